import { logChanceOfAtLeast } from "../recommendations/chance";
import type { CoPurchaseCounts } from "../recommendations/co-purchase-counts";
import { expectedByChance } from "../recommendations/evidence";
import { type CountedNeighbours, neighboursOf } from "../recommendations/neighbours";

/** A product's closest neighbours with the evidence for each, by small numbers; parallel lists. */
export interface NumberedLists extends CountedNeighbours {
  /** Orders that had the product itself. */
  ofOrders: number;
  /** Orders together by chance. */
  expected: readonly number[];
  /** ln of the chance that so many come together by chance. */
  logChance: readonly number[];
  /** Places that passed the gate when it was last asked about. */
  passing?: { threshold: number; places: Int32Array };
}

/** A product's closest neighbours as the counts stand now. */
export function numberedListsOf(counts: CoPurchaseCounts, product: number): NumberedLists {
  const closest = neighboursOf(counts, product);
  const expected = Array.from(closest.products, (neighbour) => expectedByChance(counts, product, neighbour));
  return {
    ...closest,
    // A product that no weight is left of has no neighbours either.
    ownLogPopularity: Number.isFinite(closest.ownLogPopularity) ? closest.ownLogPopularity : 0,
    ofOrders: counts.productCount(product).orders,
    expected,
    logChance: closest.orders.map((together, place) => logChanceOfAtLeast(together, expected[place] ?? 0)),
  };
}
