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
  /** What `scoreCandidates` made of them, by shape; given by who keeps a list for many queries. */
  readonly keptVotes?: (Float64Array | undefined)[];
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
  const closest = new Closest(limit);
  counts.visitPairsOf(product, (neighbour, weight, orders, customers) => {
    if (weight <= 0) return;
    const popularity = counts.productWeight(neighbour) / shopWeight;
    const { share, error } = estimatedShare(weight / WEIGHT_UNIT, productWeight, popularity);
    const cautious = share - SELECTION_CAUTION * error;
    if (cautious <= 0) return;
    const logPopularity = Math.log(popularity);
    const closeness = Math.log(cautious) - SELECTION_EXPONENT * logPopularity;
    // Most are far from close, and of those nothing more is to be kept.
    if (closest.takes(closeness, neighbour)) closest.add({ product: neighbour, share, error, logPopularity, closeness, orders, customers });
  });
  const found = closest.found.sort((a, b) => a.product - b.product);
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

interface Found {
  product: number;
  share: number;
  error: number;
  logPopularity: number;
  closeness: number;
  orders: number;
  customers: number;
}

/** The closest so far, as a heap with the farthest at the root; of equally close ones the lower product is closer. */
class Closest {
  readonly found: Found[] = [];

  constructor(private readonly limit: number) {}

  takes(closeness: number, product: number): boolean {
    const [farthest] = this.found;
    if (this.found.length < this.limit || !farthest) return this.limit > 0;
    return closeness > farthest.closeness || (closeness === farthest.closeness && product < farthest.product);
  }

  add(one: Found): void {
    const { found, limit } = this;
    if (found.length === limit) this.sink(one);
    else {
      found.push(one);
      this.rise(found.length - 1);
    }
  }

  private rise(from: number): void {
    const { found } = this;
    for (let place = from; place > 0; ) {
      const above = (place - 1) >> 1;
      const [one, other] = [found[place], found[above]];
      if (!one || !other || !isFarther(one, other)) return;
      found[place] = other;
      found[above] = one;
      place = above;
    }
  }

  /** Puts it in the place of the root. */
  private sink(one: Found): void {
    const { found } = this;
    let place = 0;
    for (;;) {
      let below = place * 2 + 1;
      let child = found[below];
      const right = found[below + 1];
      if (child && right && isFarther(right, child)) {
        child = right;
        below += 1;
      }
      if (!child || !isFarther(child, one)) break;
      found[place] = child;
      place = below;
    }
    found[place] = one;
  }
}

function isFarther(one: Found, other: Found): boolean {
  return one.closeness < other.closeness || (one.closeness === other.closeness && one.product > other.product);
}
