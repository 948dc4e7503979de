import { median } from "./median";

/** A customer's rhythm with a product is judged by this many gaps, the latest. */
const GAPS_CONSIDERED = 6;
/** Gaps that the product's and the customer's general rhythm are worth against the customer's own with the product. */
const PRIOR_GAPS = 5;
/** Half of the next purchases fall within the expected days divided and multiplied by this. */
export const TYPICAL_FACTOR = 1.5;

export interface Rhythm {
  /** Days between this customer's purchases of the product, oldest first; at least one. */
  pairGaps: readonly number[];
  /** Days between this customer's orders of anything; may be empty. */
  orderGaps: readonly number[];
  /** Typical days between purchases of the product by one customer. */
  productDays: number;
  /** The same over all products, for a customer without order gaps. */
  shopDays: number;
}

/** Days after the last purchase. */
export interface DueRange {
  earliestDays: number;
  expectedDays: number;
  latestDays: number;
}

/**
 * When the customer is likely to buy the product next: the geometric mean of their last six gaps with it, drawn towards
 * the mean of the product's and the customer's own general rhythm while there are few. Always a range, not a date.
 */
export function dueRange({ pairGaps, orderGaps, productDays, shopDays }: Rhythm): DueRange {
  const latest = pairGaps.slice(-GAPS_CONSIDERED).map((gap) => Math.log(Math.max(1, gap)));
  const own = latest.reduce((sum, gap) => sum + gap, 0) / Math.max(1, latest.length);
  const general = (Math.log(Math.max(1, productDays)) + Math.log(Math.max(1, median(orderGaps) ?? shopDays))) / 2;
  const weight = pairGaps.length / (pairGaps.length + PRIOR_GAPS);
  const expectedDays = Math.exp(weight * own + (1 - weight) * general);
  return { earliestDays: expectedDays / TYPICAL_FACTOR, expectedDays, latestDays: expectedDays * TYPICAL_FACTOR };
}
