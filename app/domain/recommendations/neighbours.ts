import type { CoPurchaseCounts } from "./co-purchase-counts";

/** How many neighbours of a product are kept: more changes no ranking measurably. */
export const NEIGHBOUR_LIMIT = 100;

/** Purchases that a neighbour's own popularity is worth as evidence while there is little of its own. */
const PRIOR_PURCHASES = 4;
/** Standard errors below the estimate at which a share is taken, so that rare pairs do not win by luck. */
const CAUTION = 0.75;
/** How far popularity is divided out when the closest neighbours are selected, between the exponents that ranking uses. */
const SELECTION_EXPONENT = 0.35;

/** A product's closest neighbours in order of product; parallel arrays. */
export interface Neighbours {
  products: Int32Array;
  /** ln of a cautious share of this product's purchases that also had the neighbour. */
  logShare: Float64Array;
  /** ln of the neighbour's share of all purchases. */
  logPopularity: Float64Array;
}

/**
 * A cautious estimate of how often the neighbour is bought when the product is: the pair's weight and a prior of four
 * purchases at the neighbour's popularity, less a part of its standard error; at least 0.
 */
export function cautiousShare(pairWeight: number, productWeight: number, popularity: number): number {
  const share = Math.min(1, (pairWeight + PRIOR_PURCHASES * popularity) / (productWeight + PRIOR_PURCHASES));
  return Math.max(0, share - CAUTION * Math.sqrt((share * (1 - share)) / (productWeight + PRIOR_PURCHASES + 1)));
}

/** The closest neighbours of a product, at most `limit`; those that were never bought beside it are left out. */
export function neighboursOf(counts: CoPurchaseCounts, product: number, limit = NEIGHBOUR_LIMIT): Neighbours {
  const shopWeight = counts.shopWeight;
  const productWeight = counts.productWeight(product);
  const found: { product: number; logShare: number; logPopularity: number; closeness: number }[] = [];
  for (const neighbour of counts.partnersOf(product)) {
    const pairWeight = counts.pairWeight(product, neighbour);
    if (pairWeight <= 0) continue;
    const popularity = counts.productWeight(neighbour) / shopWeight;
    const share = cautiousShare(pairWeight, productWeight, popularity);
    if (share <= 0) continue;
    const logShare = Math.log(share);
    const logPopularity = Math.log(popularity);
    found.push({ product: neighbour, logShare, logPopularity, closeness: logShare - SELECTION_EXPONENT * logPopularity });
  }
  if (found.length > limit) {
    found.sort((a, b) => b.closeness - a.closeness || a.product - b.product);
    found.length = limit;
  }
  found.sort((a, b) => a.product - b.product);
  return {
    products: Int32Array.from(found, (each) => each.product),
    logShare: Float64Array.from(found, (each) => each.logShare),
    logPopularity: Float64Array.from(found, (each) => each.logPopularity),
  };
}
