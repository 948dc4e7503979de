import { acceptanceChance, type Trials } from "./acceptance-chance";

/** What the expected value of showing one candidate is made of. */
export interface ValueFactors {
  /** Per unit after the offer's discount, at the cheapest variant shown. */
  unitMinor: number;
  /** Per unit; null when the shop has not told. */
  costMinor: number | null;
  /** Its past as an offer. */
  own: Trials;
  /** Relevance in (0, 1], as its strategy gave it. */
  score: number;
}

export interface ShopFactors {
  trials: Trials;
  /** Mean margin of the products whose cost is known, 0 to 1; null when none is, then all of the price counts. */
  marginShare: number | null;
  /** The order's total; 0 where there is no order. */
  orderMinor: number;
}

/**
 * The expected net value of showing a candidate once, in fractions of a minor unit: for ranking, never to be booked.
 * Chance of acceptance times what is left of the discounted price after cost. What costs more than the whole order is
 * assumed to be taken as much more seldom as it is dearer, so that a high price alone wins nothing.
 */
export function expectedNetMinor(factors: ValueFactors, shop: ShopFactors): number {
  const { unitMinor, costMinor, own, score } = factors;
  const reach = shop.orderMinor > 0 && unitMinor > shop.orderMinor ? shop.orderMinor / unitMinor : 1;
  const netMinor = costMinor === null ? unitMinor * (shop.marginShare ?? 1) : unitMinor - costMinor;
  return acceptanceChance(own, shop.trials, score * reach) * netMinor;
}
