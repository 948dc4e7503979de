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
