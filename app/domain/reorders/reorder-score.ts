import type { PastOrder } from "./past-order";
import type { RepeatRates } from "./repeat-rates";

/** An order counts this much of the one after it. */
const PER_ORDER = 0.9;
/** And half after so many days. */
const HALF_LIFE_DAYS = 240;
/** Orders that the product's rate in the shop is worth against the customer's own habit. */
const PRIOR_ORDERS = 3;

/**
 * Chance-like scores of the products a customer has bought, by product: their purchases, faded by orders and days, and
 * three orders at the product's repeat rate, over all their orders, faded alike. `orders` oldest first.
 */
export function reorderScores(orders: readonly PastOrder[], rates: RepeatRates, day: number): Map<number, number> {
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
    scores.set(product, (weight + PRIOR_ORDERS * rates.rate(product)) / (all + PRIOR_ORDERS));
  }
  return scores;
}
