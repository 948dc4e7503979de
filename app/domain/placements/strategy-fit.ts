import type { Placement } from "../offers/placement";
import { placements as allPlacements } from "../offers/placements";
import type { OfferStrategy } from "../strategies/strategy";

type Kind = OfferStrategy["kind"];

const PRODUCTS = ["manual", "boughtTogether", "priceLadder", "reorder", "bestseller"] as const satisfies readonly Kind[];
const AFTERWARDS: ReadonlySet<Kind> = new Set([...PRODUCTS, "collectionLink", "coupon", "thankYouOnly"]);

/** What each placement is able to show. */
const SHOWN: Record<Placement, ReadonlySet<Kind>> = {
  // A downsell answers a no on the page before, and only this placement has a second page.
  "post-purchase": new Set([...PRODUCTS, "downsell", "thankYouOnly"]),
  checkout: new Set(PRODUCTS),
  "thank-you": AFTERWARDS,
  "order-status": AFTERWARDS,
  account: AFTERWARDS,
  // Made for everybody beforehand: what is bought together is all it says.
  "product-page": new Set<Kind>([]),
  "e-mail": AFTERWARDS,
  receipt: AFTERWARDS,
};

/** Those of the placements that can show a strategy; where none of them can, the first that is able to. */
export function fittingPlacements(placements: readonly Placement[], kind: Kind): Placement[] {
  const fitting = placements.filter((placement) => canShow(placement, kind));
  if (fitting.length > 0) return fitting;
  return allPlacements.filter((placement) => canShow(placement, kind)).slice(0, 1);
}

/** Whether a placement can show what a strategy comes up with. */
export function canShow(placement: Placement, kind: Kind): boolean {
  return SHOWN[placement].has(kind);
}
