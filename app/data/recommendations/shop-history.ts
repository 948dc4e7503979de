import { DAY_MS } from "../../domain/courtesy/days";
import { allProducts, type CountedOrder } from "../../domain/recommendations/count-batch";
import type { Purchase } from "../../domain/recommendations/purchase";
import { medianOfCounts } from "../../domain/reorders/median";
import { typicalDaysIfKnown } from "../../domain/reorders/shop-intervals";
import { NumberList } from "./number-list";

export interface ProductFigures {
  id: number;
  number: number;
  customers: number;
  repeats: number;
  repeatCustomers: number;
  gaps: number;
  medianDays: number | null;
  typicalDays: number | null;
}

/** How often so many days lay between two purchases by one customer. */
type Gaps = ReadonlyMap<number, number>;

/** Above any day counted from 1970: a purchase is one number, its buyer's times this and its day. */
const DAYS = 2 ** 20;
/** Stands for all guests, who are no customers to come back. */
const GUEST = 0;

/**
 * A shop's whole past while its counts are built: products by small numbers, their buyers and days. A purchase takes one
 * number of eight bytes, since there are as many as order lines.
 */
export class ShopHistory {
  private readonly ids: number[] = [];
  private readonly numbers = new Map<number, number>();
  private readonly customers = new Map<string, number>();
  /** By product. */
  private readonly purchases: NumberList[] = [];
  /** Made when all orders are there. */
  private gapsByProduct: Map<number, Gaps> | null = null;

  /** These products get the first numbers, in their order; left out: each when it is met. */
  constructor(ids: readonly number[] = []) {
    for (const id of ids) this.numberOf(id);
  }

  /** Notes an order, and gives it with small numbers. */
  add({ customerKey, productIds, boughtAt }: CountedOrder): Purchase {
    const purchase = this.customerOf(customerKey) * DAYS + Math.floor(boughtAt.getTime() / DAY_MS);
    const numbers = productIds.map((id) => this.numberOf(id));
    for (const number of numbers) this.purchases[number]?.push(purchase);
    return { products: Int32Array.from(numbers).sort() };
  }

  idOf(number: number): number {
    return this.ids[number] ?? 0;
  }

  /** Of products that were bought. */
  numbersOfProducts(): number[] {
    return [...this.ids.keys()].filter((number) => this.purchases[number]?.isEmpty === false);
  }

  products(): ProductFigures[] {
    const gaps = this.gaps();
    const shopDays = this.medianDays();
    return this.numbersOfProducts().map((number) => {
      const id = this.idOf(number);
      const own = [...(gaps.get(id) ?? [])];
      const known = { gaps: own.reduce((sum, [, times]) => sum + times, 0), medianDays: medianOfCounts(own) };
      return { id, number, ...this.buyersOf(number), ...known, typicalDays: typicalDaysIfKnown(known, shopDays) };
    });
  }

  /** By product and `allProducts`. */
  gaps(): ReadonlyMap<number, Gaps> {
    this.gapsByProduct ??= this.countGaps();
    return this.gapsByProduct;
  }

  /** Of all gaps; null while nothing was bought twice. */
  medianDays(): number | null {
    return medianOfCounts(this.gaps().get(allProducts) ?? []);
  }

  /** A product's orders by day ("2026-11-21", UTC). */
  daysOf(number: number): { day: string; orders: number }[] {
    const orders = new Map<number, number>();
    for (const purchase of this.purchases[number]?.values() ?? []) orders.set(purchase % DAYS, (orders.get(purchase % DAYS) ?? 0) + 1);
    return Array.from(orders, ([day, count]) => ({ day: new Date(day * DAY_MS).toISOString().slice(0, 10), orders: count }));
  }

  private buyersOf(number: number): { customers: number; repeats: number; repeatCustomers: number } {
    const buyers = { customers: 0, repeats: 0, repeatCustomers: 0 };
    let [last, times] = [GUEST, 0];
    for (const purchase of this.purchases[number]?.sorted() ?? []) {
      const customer = Math.floor(purchase / DAYS);
      times = customer === GUEST || customer !== last ? 1 : times + 1;
      last = customer;
      if (times === 1) buyers.customers += 1;
      else buyers.repeats += 1;
      if (times === 2) buyers.repeatCustomers += 1;
    }
    return buyers;
  }

  private countGaps(): Map<number, Gaps> {
    const all = new Map<number, number>();
    const gaps = new Map<number, Gaps>([[allProducts, all]]);
    for (const [number, purchases] of this.purchases.entries()) {
      const own = new Map<number, number>();
      let before = 0;
      for (const purchase of purchases.sorted()) {
        const isSame = Math.floor(purchase / DAYS) === Math.floor(before / DAYS) && purchase >= DAYS;
        const gap = purchase - before;
        before = purchase;
        if (!isSame || gap === 0) continue;
        own.set(gap, (own.get(gap) ?? 0) + 1);
        all.set(gap, (all.get(gap) ?? 0) + 1);
      }
      if (own.size > 0) gaps.set(this.idOf(number), own);
    }
    return gaps;
  }

  private customerOf(key: string | null): number {
    if (key === null) return GUEST;
    const known = this.customers.get(key);
    if (known !== undefined) return known;
    const number = this.customers.size + 1;
    this.customers.set(key, number);
    return number;
  }

  private numberOf(id: number): number {
    const known = this.numbers.get(id);
    if (known !== undefined) return known;
    const number = this.ids.push(id) - 1;
    this.numbers.set(id, number);
    this.purchases.push(new NumberList());
    return number;
  }
}
