import type { OfferStatus } from "../../domain/offers/offer";

export interface OfferTab {
  id: string;
  content: string;
  statuses: readonly OfferStatus[];
}

export const offerTabs: readonly OfferTab[] = [
  { id: "all", content: "All", statuses: ["draft", "active", "paused"] },
  { id: "active", content: "Active", statuses: ["active"] },
  { id: "paused", content: "Paused", statuses: ["paused"] },
  { id: "draft", content: "Draft", statuses: ["draft"] },
  { id: "archived", content: "Archived", statuses: ["archived"] },
];

/** The tab named in an address; anything unknown is the first. */
export function offerTab(id: string | null): OfferTab {
  return offerTabs.find((tab) => tab.id === id) ?? { id: "all", content: "All", statuses: ["draft", "active", "paused"] };
}
