import { DAY_MS } from "../courtesy/days";
import { ShopIntervals } from "../reorders/shop-intervals";
import { isRebought, reordersDue, type OwnOrder, type RebuyFigures } from "../strategies/reorders-due";
import type { ReorderDue } from "../strategies/sources";
import { hasGrown } from "./growth";

/** As many of a customer's orders as production reads. */
const OWN_ORDERS = 50;

interface Bought {
  times: number;
  lastDay: number;
}

interface Customer {
  orders: (OwnOrder & { id: number })[];
  products: Map<number, Bought>;
}

/** What was bought again up to a moment of a replay. The days between purchases of a cancelled order stay counted. */
export class PastRebuys {
  private readonly figures = new Map<number, Omit<RebuyFigures, "typicalDays">>();
  private readonly customers = new Map<string, Customer>();
  private readonly gaps = new Map<number, number[]>();
  private gapCount = 0;
  private intervals: ShopIntervals | null = null;
  private intervalsOf = 0;

  /** `asksReorders`: whether customers' own reorders are asked for. `named`: the only products asked about, or null for all. */
  constructor(private readonly scope: { asksReorders: boolean; named: ReadonlySet<number> | null } = { asksReorders: true, named: null }) {}

  /** Adds an order; `productIds` each once. */
  add(id: number, customerKey: string | null, productIds: readonly number[], boughtAt: Date): void {
    const { asksReorders, named } = this.scope;
    if (named !== null && !productIds.some((productId) => named.has(productId))) return;
    const customer = this.customerOf(customerKey);
    if (asksReorders) customer?.orders.push({ id, productIds, boughtAt });
    const day = Math.floor(boughtAt.getTime() / DAY_MS);
    for (const productId of productIds) {
      if (named !== null && !named.has(productId)) continue;
      const figures = this.figuresOf(productId);
      const bought = customer?.products.get(productId);
      if (!bought) {
        figures.customers += 1;
        customer?.products.set(productId, { times: 1, lastDay: day });
        continue;
      }
      figures.repeats += 1;
      if (bought.times === 1) figures.repeatCustomers += 1;
      if (asksReorders && day > bought.lastDay) this.addGap(productId, day - bought.lastDay);
      bought.times += 1;
      bought.lastDay = Math.max(day, bought.lastDay);
    }
  }

  /** Takes back an order that was added. */
  reverse(id: number, customerKey: string | null, productIds: readonly number[]): void {
    const { named } = this.scope;
    const customer = this.customerOf(customerKey);
    if (customer) customer.orders = customer.orders.filter((order) => order.id !== id);
    for (const productId of productIds) {
      if (named !== null && !named.has(productId)) continue;
      const figures = this.figuresOf(productId);
      const bought = customer?.products.get(productId);
      if (!bought || bought.times === 1) {
        figures.customers -= 1;
        customer?.products.delete(productId);
        continue;
      }
      bought.times -= 1;
      figures.repeats -= 1;
      if (bought.times === 1) figures.repeatCustomers -= 1;
    }
  }

  /** As `Sources.isRebought`. */
  isRebought(productId: number): boolean | null {
    const figures = this.figures.get(productId);
    return figures ? isRebought({ ...figures, typicalDays: null }) : null;
  }

  /** As `Sources.reorders`, for this customer. */
  reorders(customerKey: string | null): ReorderDue[] {
    const orders = (customerKey !== null && this.customers.get(customerKey)?.orders.slice(-OWN_ORDERS)) || [];
    if (orders.length < 2) return [];
    const intervals = this.intervalsNow();
    const own = new Set(orders.flatMap(({ productIds }) => productIds));
    return reordersDue(orders, new Map([...own].map((productId) => [productId, {
      ...this.figuresOf(productId), typicalDays: this.gaps.has(productId) ? intervals?.productDays(productId) ?? null : null,
    }])));
  }

  private intervalsNow(): ShopIntervals | null {
    if (hasGrown(this.intervalsOf, this.gapCount)) {
      this.intervals = ShopIntervals.of(this.gaps);
      this.intervalsOf = this.gapCount;
    }
    return this.intervals;
  }

  private addGap(productId: number, days: number): void {
    const known = this.gaps.get(productId);
    if (known) known.push(days);
    else this.gaps.set(productId, [days]);
    this.gapCount += 1;
  }

  private figuresOf(productId: number): Omit<RebuyFigures, "typicalDays"> {
    const known = this.figures.get(productId);
    if (known) return known;
    const figures = { customers: 0, repeats: 0, repeatCustomers: 0 };
    this.figures.set(productId, figures);
    return figures;
  }

  private customerOf(customerKey: string | null): Customer | null {
    if (customerKey === null) return null;
    const known = this.customers.get(customerKey);
    if (known) return known;
    const customer: Customer = { orders: [], products: new Map() };
    this.customers.set(customerKey, customer);
    return customer;
  }
}
