import type { CoPurchaseCounts } from "./co-purchase-counts";
import { estimatedShare, neighboursOf } from "./neighbours";
import { pickHighest } from "./pick-highest";
import { scoreCandidates } from "./rank";
import { REGRESSION_SIZE } from "./regression";

/** So many of a product's neighbours are told apart: several times what is ever shown together, the rest hardly comes up. */
const TOLD_APART = 30;
/** A share of 1, as it is kept: a byte is as exact as counts of this size are. */
export const WHOLE = 255;
/** With so many other products in a product's orders on average, its overlaps count for half. */
const HALF_COUNTED_AT = 3;
/** Standard errors below the estimate at which a share is taken. */
const CAUTION = 1.5;

/** How often the best of a product's neighbours are bought together, so that those shown beside each other differ. */
export interface Overlaps {
  /** The best first. */
  products: readonly number[];
  /** Row by row, for a product that is shown: of each product's purchases, the share that had it too, as far as that counts, in 255ths. */
  shares: Uint8Array;
}

/**
 * Of what an order of this product alone would be offered; the counts have to hold the pairs of its `regressors`. Where
 * its orders hold little else, one more product is bought at most: then the likeliest are shown however alike, and
 * overlaps count for less.
 */
export function overlapsOf(counts: CoPurchaseCounts, product: number): Overlaps {
  const closest = neighboursOf(counts, product, REGRESSION_SIZE);
  const products = pickHighest(scoreCandidates([product], () => closest), () => true, TOLD_APART, (one, other) => one - other);
  const partners = counts.partnersBeside(product) / Math.max(1, counts.productOrders(product));
  const counted = partners / (partners + HALF_COUNTED_AT);
  const weights = counts.weightsAmong(products);
  const shares = new Uint8Array(weights.length);
  for (const [row, shown] of products.entries()) {
    for (const [column, other] of products.entries()) {
      const place = row * products.length + column;
      shares[place] = row === column ? WHOLE : Math.round(WHOLE * counted * shareWith(counts, weights[place] ?? 0, shown, other));
    }
  }
  return { products, shares };
}

/** Nearly the least that the counts allow: what is hardly known takes nothing away. */
function shareWith(counts: CoPurchaseCounts, pairWeight: number, shown: number, other: number): number {
  if (pairWeight <= 0) return 0;
  const { share, error } = estimatedShare(pairWeight, counts.productWeight(other), counts.productWeight(shown) / counts.shopWeight);
  return Math.max(0, share - CAUTION * error);
}
