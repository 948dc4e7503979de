import type { OfferPhase, OfferSort, OfferTab } from "../../domain/offers/offer-listing";

export const tabTexts: Record<OfferTab, string> = {
  all: "All", active: "Active", scheduled: "Scheduled", draft: "Draft", paused: "Paused", ended: "Ended", archived: "Archived",
};

export const phaseTexts: Record<OfferPhase, string> = {
  draft: "Draft", active: "Active", scheduled: "Scheduled", ended: "Ended", paused: "Paused", archived: "Archived",
};

export const sortTexts: Record<OfferSort, { label: string; rising: string; falling: string }> = {
  priority: { label: "Priority", rising: "First in line", falling: "Last in line" },
  name: { label: "Name", rising: "A–Z", falling: "Z–A" },
  updated: { label: "Last changed", rising: "Oldest first", falling: "Newest first" },
};

export type BulkIntent = "activate" | "pause" | "archive" | "restore" | "duplicate" | "first" | "last" | "deleteDrafts";

const done: Record<BulkIntent, string> = {
  activate: "activated", pause: "paused", archive: "archived", restore: "restored as paused", duplicate: "duplicated as drafts",
  first: "moved to the front", last: "moved to the back", deleteDrafts: "deleted",
};

/** "3 offers paused, 1 left as it is". */
export function doneText(intent: BulkIntent, changed: number, skipped: number): string {
  const left = skipped === 0 ? "" : `, ${skipped} left as ${skipped === 1 ? "it is" : "they are"}`;
  return `${changed} ${changed === 1 ? "offer" : "offers"} ${done[intent]}${left}`;
}

/** "Silk scarf and 2 more"; what the catalogue lacks says so. */
export function productText(product: { title: string | null; others: number } | null): string {
  if (product === null) return "No product yet";
  const title = product.title ?? "Product not in the catalogue";
  return product.others > 0 ? `${title} and ${product.others} more` : title;
}
