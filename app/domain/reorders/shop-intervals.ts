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
      byProduct.set(product, typicalDays({ medianDays: own, gaps: days.length }, shop));
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

/** Days between two purchases of a product by one customer: its median, drawn to the shop's while there are few gaps. */
export function typicalDays({ medianDays, gaps }: { medianDays: number; gaps: number }, shopDays: number): number {
  const weight = gaps / (gaps + PRIOR_GAPS);
  return Math.exp(weight * Math.log(medianDays) + (1 - weight) * Math.log(shopDays));
}

/** The same from what is held of a product and its shop; null where nothing is known. */
export function typicalDaysIfKnown({ gaps, medianDays }: { gaps: number; medianDays: number | null }, shopDays: number | null): number | null {
  return medianDays === null || shopDays === null ? null : typicalDays({ gaps, medianDays }, shopDays);
}
