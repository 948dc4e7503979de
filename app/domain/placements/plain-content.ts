import type { OfferContent } from "../offers/offer";

/** The most units of one product that a block or page lets be chosen at the usual price. */
export const PLAIN_LIMIT = 100;

/** Terms under which everything costs what it costs: for what is shown without an offer. */
export function plainContent(words: Partial<Pick<OfferContent, "title" | "quantityLimit">> = {}): OfferContent {
  return {
    name: "", title: "", body: "", placements: [], products: [], discount: { kind: "none" }, quantityLimit: PLAIN_LIMIT, shippingMinor: 0,
    schedule: { startsAt: null, endsAt: null }, rule: { kind: "all", conditions: [] }, ...words,
  };
}
