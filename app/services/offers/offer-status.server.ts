import { deleteUnusedDraft, setStatus } from "../../data/offers/offer-writes.server";
import { nextStatus } from "../../domain/offers/lifecycle";
import type { LifecycleAction } from "../../domain/offers/lifecycle";
import type { ShopId } from "../../domain/shops/shop-id";
import { queuePublishedCoupons } from "../discounts/discount-jobs.server";
import { queuePlacements } from "../placements/settings.server";

const statuses = ["draft", "active", "paused", "archived"] as const;

/** Takes the step for those of the offers for which it exists; returns the ids that moved. */
export async function moveStatus(shop: ShopId, ids: readonly string[], action: LifecycleAction, now: Date): Promise<string[]> {
  const from = statuses.filter((status) => nextStatus(status, action) !== null);
  const to = from[0] && nextStatus(from[0], action);
  const moved = to ? await setStatus(shop, ids, from, to, now) : [];
  if (to === "active" && moved.length > 0) await queuePublishedCoupons(shop, moved);
  if (moved.length > 0) await queuePlacements(shop);
  return moved;
}

/** Deletes a draft that was never used; false when it is anything else. */
export async function deleteDraft(shop: ShopId, id: string): Promise<boolean> {
  return deleteUnusedDraft(shop, id);
}

/** Deletes those of the offers that are drafts never used; returns their ids. */
export async function deleteDrafts(shop: ShopId, ids: readonly string[]): Promise<string[]> {
  const deleted: string[] = [];
  for (const id of ids) if (await deleteUnusedDraft(shop, id)) deleted.push(id);
  return deleted;
}
