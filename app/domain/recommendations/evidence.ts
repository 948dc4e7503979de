import { logChanceOfAtLeast, wilsonLowerBound } from "./chance";
import type { CoPurchaseCounts } from "./co-purchase-counts";

/** Fewer orders or customers than this say nothing, however surprising they are. */
export const MINIMUM_ORDERS = 5;
export const MINIMUM_CUSTOMERS = 3;

/** Of the pairs that pass the gate, the share that may be chance at most. */
const FALSE_DISCOVERY_LIMIT = 0.05;

/** The pair's facts behind "bought together in 31 of 120 orders with A; about 9 expected by chance". */
export interface Evidence {
  ordersTogether: number;
  ordersWithSeed: number;
  customers: number;
  /** Orders together if baskets of the same sizes were filled at random. */
  expectedByChance: number;
  /** Share of the seed's orders that had both, at least, with 95 % confidence (Wilson, one-sided). */
  shareAtLeast: number;
}

export function evidenceOf(counts: CoPurchaseCounts, seed: number, candidate: number): Evidence {
  const pair = counts.pairCount(seed, candidate);
  const { orders } = counts.productCount(seed);
  return {
    ordersTogether: pair.orders,
    ordersWithSeed: orders,
    customers: pair.customers,
    expectedByChance: expectedByChance(counts, seed, candidate),
    shareAtLeast: wilsonLowerBound(pair.orders, orders, 1.645),
  };
}

/**
 * The gate's threshold for a shop, to be worked out with its snapshot: ln of the chance that a pair may have at most to
 * be called "bought together"; -Infinity while no pair may. Benjamini and Hochberg (1995) over all pairs of products
 * that could pass, so that the threshold rises by itself where many pairs are tried and few stand out.
 */
export function evidenceThreshold(counts: CoPurchaseCounts): number {
  let candidates = 0;
  for (let product = 0; product < counts.productLimit; product++) {
    if (counts.productCount(product).orders >= MINIMUM_ORDERS) candidates++;
  }
  const tested = (candidates * (candidates - 1)) / 2;
  const chances: number[] = [];
  counts.visitPairs((first, second, _weight, orders, customers) => {
    if (orders < MINIMUM_ORDERS || customers < MINIMUM_CUSTOMERS) return;
    chances.push(logChanceOfAtLeast(orders, expectedByChance(counts, first, second)));
  });
  const sorted = Float64Array.from(chances).sort();
  for (let passing = sorted.length; passing > 0; passing--) {
    const chance = sorted[passing - 1] ?? 0;
    if (chance <= Math.log((FALSE_DISCOVERY_LIMIT * passing) / tested)) return chance;
  }
  return Number.NEGATIVE_INFINITY;
}

/** Whether the evidence allows to say that the two are bought together. */
export function isBoughtTogether(evidence: Evidence, threshold: number): boolean {
  return (
    evidence.ordersTogether >= MINIMUM_ORDERS &&
    evidence.customers >= MINIMUM_CUSTOMERS &&
    logChanceOfAtLeast(evidence.ordersTogether, evidence.expectedByChance) <= threshold
  );
}

/**
 * t_i * t_j / T, where t counts the other products that stood beside one: a product of large orders meets every other
 * product often without meaning anything.
 */
export function expectedByChance(counts: CoPurchaseCounts, one: number, other: number): number {
  const all = counts.partners;
  return all === 0 ? 0 : (counts.partnersBeside(one) * counts.partnersBeside(other)) / all;
}
