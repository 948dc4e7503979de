import type { PastOrder } from "./past-order";
import type { ProductTrend } from "./product-trend";
import type { RepeatRates } from "./repeat-rates";

/** An order counts this much of the one after it. */
const PER_ORDER = 0.95;
/** And half after so many days. */
const HALF_LIFE_DAYS = 240;
/** Orders that the product's rate in the shop is worth against the customer's own habit. */
const PRIOR_ORDERS = 3;
/** What the closest companion of the last order adds: as much as a tenth of a habit that never fails. */
const COMPANION_WEIGHT = 0.1;
/** Products neither bought before nor companions score this share of their popularity. */
const NEW_PRODUCT_SHARE = 0.5;

/**
 * Chance-like scores of the products a customer has bought, by product: their purchases, faded by orders and days, and
 * three orders at the product's repeat rate, over all their orders, faded alike; times the product's trend.
 * `orders` oldest first.
 */
export function reorderScores(
  orders: readonly PastOrder[],
  rates: RepeatRates,
  trend: ProductTrend,
  day: number,
): Map<number, number> {
  const bought = new Map<number, number>();
  let all = 0;
  for (let ago = 0; ago < orders.length; ago++) {
    const order = orders[orders.length - 1 - ago];
    if (!order) continue;
    const days = Number.isNaN(order.day) || Number.isNaN(day) ? 0 : Math.max(0, day - order.day);
    const weight = PER_ORDER ** ago * 0.5 ** (days / HALF_LIFE_DAYS);
    all += weight;
    for (let n = 0; n < order.products.length; n++) {
      const product = order.products[n] ?? 0;
      bought.set(product, (bought.get(product) ?? 0) + weight);
    }
  }
  const scores = new Map<number, number>();
  for (const [product, weight] of bought) {
    scores.set(product, (trend.factor(product) * (weight + PRIOR_ORDERS * rates.rate(product))) / (all + PRIOR_ORDERS));
  }
  return scores;
}

/**
 * Adds to a customer's reorder scores what goes with their last order; `companions` are ranking scores of any scale.
 * A product that neither holds is worth `newProductScore`, and a companion that was not bought starts from it.
 */
export function withCompanions(
  scores: ReadonlyMap<number, number>,
  companions: ReadonlyMap<number, number>,
  rates: RepeatRates,
): Map<number, number> {
  const joined = new Map(scores);
  let strongest = 0;
  for (const score of companions.values()) strongest = Math.max(strongest, score);
  if (strongest === 0) return joined;
  for (const [product, score] of companions) {
    const before = joined.get(product) ?? newProductScore(product, rates);
    joined.set(product, before + (COMPANION_WEIGHT * score) / strongest);
  }
  return joined;
}

/** What a product scores that the customer has not bought. */
export function newProductScore(product: number, rates: RepeatRates): number {
  return NEW_PRODUCT_SHARE * rates.popularity(product);
}
