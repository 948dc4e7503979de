/** An order counts half for what is bought now after so many days: about a season's pace. */
export const HALF_LIFE_DAYS = 30;
/** Share of orders that a product's shares are drawn by, so that a rare product's few orders make no trend. */
const PRIOR_SHARE = 0.002;
/** Trends are followed with caution: a product bought four times as often as usual counts 1.4 times. */
const EXPONENT = 0.25;

/** Which products are bought more, or less, now than over the whole history; without dates there is no trend. */
export class ProductTrend {
  private readonly recent: number[] = [];
  private readonly holders: number[] = [];
  private recentOrders = 0;
  private orders = 0;
  private origin: number | null = null;

  /** Orders may come in any sequence; `day` is NaN where unknown. */
  add(products: ArrayLike<number>, day: number): void {
    if (Number.isNaN(day)) return;
    this.origin ??= day;
    // Newer orders weigh more instead of older ones less, so that nothing counted has to be touched again.
    const weight = 2 ** ((day - this.origin) / HALF_LIFE_DAYS);
    this.orders++;
    this.recentOrders += weight;
    for (let n = 0; n < products.length; n++) {
      const product = products[n] ?? 0;
      this.holders[product] = (this.holders[product] ?? 0) + 1;
      this.recent[product] = (this.recent[product] ?? 0) + weight;
    }
  }

  /** Above 1 for a product bought more now than usual, 1 where nothing is known. */
  factor(product: number): number {
    if (this.orders === 0) return 1;
    const now = (this.recent[product] ?? 0) / this.recentOrders;
    const usual = (this.holders[product] ?? 0) / this.orders;
    return trendFactor(now, usual);
  }
}

/** From the shares of orders that held the product: recently, an order counting half after HALF_LIFE_DAYS, and in all. */
export function trendFactor(now: number, usual: number): number {
  return ((now + PRIOR_SHARE) / (usual + PRIOR_SHARE)) ** EXPONENT;
}

/** By product, above 1 for what is bought more now than usual; absent where it is about 1. */
export type Trends = ReadonlyMap<number, number>;

/** After so many days, six half-lives, an order counts for next to nothing and is left out. */
export const TREND_DAYS = 6 * HALF_LIFE_DAYS;
/** Ranking takes it to its third power at most. */
const LEAST_MOVE = 0.01;
const MOST_PRODUCTS = 5_000;

/** Of each product the orders that held it, and the same faded by days (in any unit); beside all orders of the shop. */
export function trendsOf(products: readonly { productId: number; orders: number; recent: number }[], allOrders: number): Trends {
  const held = products.reduce((sum, { orders }) => sum + orders, 0);
  const recently = products.reduce((sum, { recent }) => sum + recent, 0);
  if (held === 0 || recently === 0) return new Map();
  return new Map(
    products
      // Orders hold as many products now as ever: what was bought recently stands for the orders.
      .map(({ productId, orders, recent }): [number, number] => [productId, trendFactor((recent / recently) * (held / allOrders), orders / allOrders)])
      .filter(([, factor]) => Math.abs(factor - 1) >= LEAST_MOVE)
      .sort((one, other) => Math.abs(other[1] - 1) - Math.abs(one[1] - 1) || one[0] - other[0])
      .slice(0, MOST_PRODUCTS),
  );
}
