import { deleteUnusedDraft, setStatus, swapPriority } from "../../data/offers/offer-writes.server";
import type { OfferStatus } from "../../domain/offers/offer";
import type { ShopId } from "../../domain/shops/shop-id";
import type { StatusIntent } from "./offer-requests.server";

/** From which states each step leads where; a restored offer is paused, so that nothing is shown by surprise. */
const steps: Record<StatusIntent, { from: readonly OfferStatus[]; to: OfferStatus }> = {
  activate: { from: ["draft", "paused"], to: "active" },
  pause: { from: ["active"], to: "paused" },
  archive: { from: ["draft", "active", "paused"], to: "archived" },
  restore: { from: ["archived"], to: "paused" },
};

/** Takes the step for those of the offers for which it exists; returns the ids that moved. */
export async function moveStatus(shop: ShopId, ids: readonly string[], intent: StatusIntent, now: Date): Promise<string[]> {
  const { from, to } = steps[intent];
  return setStatus(shop, ids, from, to, now);
}

/** Moves an offer one place among those of the states shown; false at the end of the list. */
export async function moveOffer(shop: ShopId, id: string, direction: "up" | "down", among: readonly OfferStatus[]): Promise<boolean> {
  return swapPriority(shop, id, direction, among);
}

/** Deletes a draft that was never used; false when it is anything else. */
export async function deleteDraft(shop: ShopId, id: string): Promise<boolean> {
  return deleteUnusedDraft(shop, id);
}
