import { deleteUnusedDraft, setStatus, swapPriority } from "../../data/offers/offer-writes.server";
import { nextStatus } from "../../domain/offers/lifecycle";
import type { LifecycleAction } from "../../domain/offers/lifecycle";
import type { OfferStatus } from "../../domain/offers/offer";
import type { ShopId } from "../../domain/shops/shop-id";
import { queuePublishedCoupons } from "../discounts/discount-jobs.server";

const statuses = ["draft", "active", "paused", "archived"] as const;

/** Takes the step for those of the offers for which it exists; returns the ids that moved. */
export async function moveStatus(shop: ShopId, ids: readonly string[], action: LifecycleAction, now: Date): Promise<string[]> {
  const from = statuses.filter((status) => nextStatus(status, action) !== null);
  const to = from[0] && nextStatus(from[0], action);
  const moved = to ? await setStatus(shop, ids, from, to, now) : [];
  if (to === "active" && moved.length > 0) await queuePublishedCoupons(shop, moved);
  return moved;
}

/** Moves an offer one place among those of the states shown; false at the end of the list. */
export async function moveOffer(shop: ShopId, id: string, direction: "up" | "down", among: readonly OfferStatus[]): Promise<boolean> {
  return swapPriority(shop, id, direction, among);
}

/** Deletes a draft that was never used; false when it is anything else. */
export async function deleteDraft(shop: ShopId, id: string): Promise<boolean> {
  return deleteUnusedDraft(shop, id);
}
