/** An order as the counts see it: its distinct products as small whole numbers (an index, not Shopify's ids), ascending. */
export interface Purchase {
  readonly products: ArrayLike<number>;
}

/** Above this many distinct products an order says little about any one pair, and its pairs grow with the square. */
export const LARGEST_PAIRED_ORDER = 100;

/** Weights are kept as whole numbers of this unit, so that adding and reversing restores them exactly. */
export const WEIGHT_UNIT = 2 ** 20;

/** Whether an order's products are counted as pairs. */
export function isPaired(size: number): boolean {
  return size >= 2 && size <= LARGEST_PAIRED_ORDER;
}

/**
 * What a pair of an order of so many products weighs, in WEIGHT_UNITs: 1/(size - 1)^0.4, between counting every pair
 * alike (large orders drown small ones) and every product alike (large orders say nothing).
 */
export function pairWeight(size: number): number {
  return weights[size] ?? 0;
}

const weights = Array.from({ length: LARGEST_PAIRED_ORDER + 1 }, (_, size) =>
  isPaired(size) ? Math.round(WEIGHT_UNIT / (size - 1) ** 0.4) : 0,
);
