import { logChanceOfAtLeast } from "../recommendations/chance";
import type { CoPurchaseCounts } from "../recommendations/co-purchase-counts";
import { evidenceOf } from "../recommendations/evidence";
import { neighboursOf, type Neighbours } from "../recommendations/neighbours";

/** A product's closest neighbours with the evidence for each, by small numbers; parallel lists. */
export interface NumberedLists extends Neighbours {
  /** Orders that had the product itself. */
  ofOrders: number;
  orders: readonly number[];
  customers: readonly number[];
  /** Orders together by chance. */
  expected: readonly number[];
  /** ln of the chance that so many come together by chance. */
  logChance: readonly number[];
}

/** A product's closest neighbours as the counts stand now. */
export function numberedListsOf(counts: CoPurchaseCounts, product: number): NumberedLists {
  const closest = neighboursOf(counts, product);
  const evidence = Array.from(closest.products, (neighbour) => evidenceOf(counts, product, neighbour));
  return {
    ...closest,
    // A product that no weight is left of has no neighbours either.
    ownLogPopularity: Number.isFinite(closest.ownLogPopularity) ? closest.ownLogPopularity : 0,
    ofOrders: counts.productCount(product).orders,
    orders: evidence.map(({ ordersTogether }) => ordersTogether),
    customers: evidence.map(({ customers }) => customers),
    expected: evidence.map(({ expectedByChance }) => expectedByChance),
    logChance: evidence.map(({ ordersTogether, expectedByChance }) => logChanceOfAtLeast(ordersTogether, expectedByChance)),
  };
}
