import type { CoPurchaseCounts } from "./co-purchase-counts";
import { WEIGHT_UNIT } from "./purchase";

/** How many neighbours of a product are kept: more changes no ranking measurably. */
export const NEIGHBOUR_LIMIT = 100;

/** Purchases that a neighbour's own popularity is worth as evidence while there is little of its own. */
const PRIOR_PURCHASES = 4;
/** How far popularity is divided out when the closest neighbours are selected, between the exponents that ranking uses. */
const SELECTION_EXPONENT = 0.35;

/** A product's closest neighbours in order of product; parallel arrays. */
export interface Neighbours {
  products: Int32Array;
  /** Estimated share of this product's purchases that also had the neighbour. */
  share: Float64Array;
  /** The estimate's standard error. */
  error: Float64Array;
  /** ln of the neighbour's share of all purchases. */
  logPopularity: Float64Array;
  /** ln of this product's own share of all purchases. */
  ownLogPopularity: number;
}

/** Standard errors below the estimate at which neighbours are selected; ranking uses as many or fewer. */
const SELECTION_CAUTION = 0.75;

/**
 * How often the neighbour is bought when the product is: the pair's weight and a prior of four purchases at the
 * neighbour's popularity, so that rare pairs do not win by luck.
 */
export function estimatedShare(pairWeight: number, productWeight: number, popularity: number): { share: number; error: number } {
  const share = Math.min(1, (pairWeight + PRIOR_PURCHASES * popularity) / (productWeight + PRIOR_PURCHASES));
  return { share, error: Math.sqrt((share * (1 - share)) / (productWeight + PRIOR_PURCHASES + 1)) };
}

/** Neighbours with the counts of their pairs; parallel arrays. */
export interface CountedNeighbours extends Neighbours {
  orders: readonly number[];
  customers: readonly number[];
}

/** The closest neighbours of a product, at most `limit`; those that were never bought beside it are left out. */
export function neighboursOf(counts: CoPurchaseCounts, product: number, limit = NEIGHBOUR_LIMIT): CountedNeighbours {
  const shopWeight = counts.shopWeight;
  const productWeight = counts.productWeight(product);
  const found: { product: number; share: number; error: number; logPopularity: number; closeness: number; orders: number; customers: number }[] = [];
  counts.visitPairsOf(product, (neighbour, weight, orders, customers) => {
    if (weight <= 0) return;
    const popularity = counts.productWeight(neighbour) / shopWeight;
    const { share, error } = estimatedShare(weight / WEIGHT_UNIT, productWeight, popularity);
    const cautious = share - SELECTION_CAUTION * error;
    if (cautious <= 0) return;
    const logPopularity = Math.log(popularity);
    const closeness = Math.log(cautious) - SELECTION_EXPONENT * logPopularity;
    found.push({ product: neighbour, share, error, logPopularity, closeness, orders, customers });
  });
  if (found.length > limit) {
    found.sort((a, b) => b.closeness - a.closeness || a.product - b.product);
    found.length = limit;
  }
  found.sort((a, b) => a.product - b.product);
  return {
    products: Int32Array.from(found, (each) => each.product),
    share: Float64Array.from(found, (each) => each.share),
    error: Float64Array.from(found, (each) => each.error),
    logPopularity: Float64Array.from(found, (each) => each.logPopularity),
    ownLogPopularity: Math.log(productWeight / shopWeight),
    orders: found.map((each) => each.orders),
    customers: found.map((each) => each.customers),
  };
}
