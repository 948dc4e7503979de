import { median } from "./median";

/** Gaps of the whole shop that a product's own median is weighed against. */
const PRIOR_GAPS = 20;

/** Typical days between two purchases by one customer, by product, drawn to the shop's median while a product has few. */
export class ShopIntervals {
  private readonly shop: number;
  private readonly byProduct: ReadonlyMap<number, number>;

  private constructor(shop: number, byProduct: ReadonlyMap<number, number>) {
    this.shop = shop;
    this.byProduct = byProduct;
  }

  /** Null while nothing was bought twice. `gaps`: by product, in days, each above 0. */
  static of(gaps: ReadonlyMap<number, readonly number[]>): ShopIntervals | null {
    const shop = median([...gaps.values()].flat());
    if (shop === null) return null;
    const byProduct = new Map<number, number>();
    for (const [product, days] of gaps) {
      const own = median(days);
      if (own === null) continue;
      const weight = days.length / (days.length + PRIOR_GAPS);
      byProduct.set(product, Math.exp(weight * Math.log(own) + (1 - weight) * Math.log(shop)));
    }
    return new ShopIntervals(shop, byProduct);
  }

  get shopDays(): number {
    return this.shop;
  }

  productDays(product: number): number {
    return this.byProduct.get(product) ?? this.shop;
  }
}
