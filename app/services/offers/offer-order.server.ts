import { listOfferPlaces } from "../../data/offers/offer-places.server";
import { rewriteOrder } from "../../data/offers/offer-writes.server";
import { wallClockOf } from "../../domain/offers/schedule";
import { beside, rearrange, toEnd } from "../../domain/offers/priority-order";
import type { ShopId } from "../../domain/shops/shop-id";
import { findShop } from "../../data/shops/shops.server";

/** More can't be arranged by hand at once. */
export const mostInOrder = 1_000;

/** How some offers stood and stand now, so that a move can be taken back by `saveOrder`. */
export interface Moved {
  before: string[];
  after: string[];
}

/** Everything that may be shown one day, the first in line first. */
export async function readOfferOrder(shop: ShopId, now: Date) {
  const installation = await findShop(shop);
  const found = await listOfferPlaces(shop, wallClockOf(now, installation?.timeZone ?? "UTC"), mostInOrder + 1);
  return { offers: found.slice(0, mostInOrder), isCut: found.length > mostInOrder };
}

/** Puts an offer directly before or after another; null when either is not this shop's. */
export async function moveOffer(shop: ShopId, id: string, direction: "before" | "after", other: string): Promise<Moved | null> {
  return told(await rewriteOrder(shop, (standing) => beside(standing, id, direction, other)));
}

/** Puts offers at the head or the foot of the line, in the order in which they stand. */
export async function moveToEnd(shop: ShopId, ids: readonly string[], end: "first" | "last"): Promise<Moved | null> {
  return told(await rewriteOrder(shop, (standing) => toEnd(standing, ids, end)));
}

/** Arranges the offers that staff saw as they want them; null when someone else changed their order since. */
export async function saveOrder(shop: ShopId, seen: readonly string[], wanted: readonly string[]): Promise<Moved | null> {
  return told(await rewriteOrder(shop, (standing) => rearrange(standing, seen, wanted)));
}

/** Only the stretch that changed. */
function told(written: { before: string[]; after: readonly string[] } | null): Moved | null {
  if (!written) return null;
  const { before, after } = written;
  const from = before.findIndex((id, at) => id !== after[at]);
  if (from < 0) return { before: [], after: [] };
  const to = before.findLastIndex((id, at) => id !== after[at]) + 1;
  return { before: before.slice(from, to), after: after.slice(from, to) };
}
