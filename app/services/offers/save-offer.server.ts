import { insertOffer, saveVersion } from "../../data/offers/offer-writes.server";
import type { SaveResult } from "../../data/offers/offer-writes.server";

export type { SaveResult };
import { findVersion } from "../../data/offers/offer-versions.server";
import { findOffer } from "../../data/offers/offers.server";
import { duplicateContent } from "../../domain/offers/lifecycle";
import type { OfferContent } from "../../domain/offers/offer";
import type { ShopId } from "../../domain/shops/shop-id";
import { queuePublishedCoupons } from "../discounts/discount-jobs.server";
import { queuePlacements } from "../placements/settings.server";

/** Adds a draft and returns its id. */
export async function createOffer(shop: ShopId, content: OfferContent, savedBy: number | null, now: Date): Promise<string> {
  return insertOffer(shop, { content, savedBy, now });
}

/** Saves what was typed as a new version, unless someone saved another one since `loadedVersion`. */
export async function saveOffer(
  shop: ShopId, id: string, loadedVersion: number, content: OfferContent, savedBy: number | null, now: Date,
): Promise<SaveResult> {
  const result = await saveVersion(shop, id, loadedVersion, { content, savedBy, now });
  await queuePublishedCoupons(shop, [id]);
  await queuePlacements(shop);
  return result;
}

/** Makes the content of an earlier version the newest one, under the same conditions as any save. */
export async function restoreVersion(
  shop: ShopId, id: string, version: number, loadedVersion: number, savedBy: number | null, now: Date,
): Promise<SaveResult> {
  const earlier = await findVersion(shop, id, version);
  if (!earlier) return { code: "missing" };
  const result = await saveVersion(shop, id, loadedVersion, { content: earlier.content, savedBy, now });
  await queuePublishedCoupons(shop, [id]);
  await queuePlacements(shop);
  return result;
}

/** A draft with the same content, or null when this shop has no such offer. */
export async function duplicateOffer(shop: ShopId, id: string, savedBy: number | null, now: Date): Promise<string | null> {
  const offer = await findOffer(shop, id);
  if (!offer) return null;
  return insertOffer(shop, { content: duplicateContent(offer.content), savedBy, now });
}

/** Drafts with the same content, in the order of the ids; an id that this shop does not have is passed over. */
export async function duplicateOffers(shop: ShopId, ids: readonly string[], savedBy: number | null, now: Date): Promise<string[]> {
  const copies: string[] = [];
  for (const id of ids) {
    const copy = await duplicateOffer(shop, id, savedBy, now);
    if (copy !== null) copies.push(copy);
  }
  return copies;
}
