import { visitGapChanges } from "../reorders/gap-changes";
import { medianOfCounts } from "../reorders/median";
import { typicalDaysIfKnown } from "../reorders/shop-intervals";
import { isRebought, reordersDue, type OwnOrder, type RebuyFigures } from "../strategies/reorders-due";
import type { ReorderDue } from "../strategies/sources";
import { GROWTH, hasGrown } from "./growth";
import { changeSum, dayOf } from "./past-days";

/** As many of a customer's orders as production reads. */
const OWN_ORDERS = 50;

/** What is counted: customers' own reorders where they are asked for; the only products asked about, or null for all. */
interface Scope {
  asksReorders: boolean;
  named: ReadonlySet<number> | null;
}

interface Customer {
  orders: (OwnOrder & { id: number })[];
  /** By product: in how many orders. */
  times: Map<number, number>;
  /** By product: the day of each purchase; null where reorders are not asked for. */
  days: Map<number, number[]> | null;
}

/** Gaps between purchases by one customer: how often each number of days. */
type Gaps = Map<number, number>;

/** What was bought again up to a moment of a replay. */
export class PastRebuys {
  private readonly figures = new Map<number, Omit<RebuyFigures, "typicalDays">>();
  private readonly customers = new Map<string, Customer>();
  private readonly gaps = new Map<number, Gaps>();
  private readonly allGaps: Gaps = new Map();
  private gapCount = 0;
  private shop: { days: number | null; ofGaps: number } = { days: null, ofGaps: 0 };

  constructor(private readonly scope: Scope = { asksReorders: true, named: null }, private readonly growth = GROWTH) {}

  /** Adds an order; `productIds` each once. */
  add(id: number, customerKey: string | null, productIds: readonly number[], boughtAt: Date): void {
    const { asksReorders, named } = this.scope;
    if (named !== null && !productIds.some((productId) => named.has(productId))) return;
    const customer = this.customerOf(customerKey);
    if (asksReorders) customer?.orders.push({ id, productIds, boughtAt });
    const day = dayOf(boughtAt);
    for (const productId of productIds) {
      if (named !== null && !named.has(productId)) continue;
      const times = customer?.times.get(productId) ?? 0;
      this.countBuyers(productId, times, 1);
      customer?.times.set(productId, times + 1);
      if (!customer?.days) continue;
      const days = customer.days.get(productId);
      if (days) {
        this.countGaps(productId, days, day, 1);
        days.push(day);
      } else customer.days.set(productId, [day]);
    }
  }

  /** Takes back an order that was added. */
  reverse(id: number, customerKey: string | null, productIds: readonly number[], boughtAt: Date): void {
    const { named } = this.scope;
    const customer = this.customerOf(customerKey);
    if (customer) customer.orders = customer.orders.filter((order) => order.id !== id);
    const day = dayOf(boughtAt);
    for (const productId of productIds) {
      if (named !== null && !named.has(productId)) continue;
      const others = Math.max(0, (customer?.times.get(productId) ?? 0) - 1);
      this.countBuyers(productId, others, -1);
      customer?.times.set(productId, others);
      const days = customer?.days?.get(productId);
      if (!days) continue;
      days.splice(days.indexOf(day), 1);
      this.countGaps(productId, days, day, -1);
      if (days.length === 0) customer?.days?.delete(productId);
    }
  }

  /** As `Sources.isRebought`. */
  isRebought(productId: number): boolean | null {
    const figures = this.figures.get(productId);
    return figures ? isRebought({ ...figures, typicalDays: null }) : null;
  }

  /** As `Sources.reorders`, for this customer. */
  reorders(customerKey: string | null): ReorderDue[] {
    const customer = customerKey === null ? undefined : this.customers.get(customerKey);
    const orders = customer?.orders.slice(-OWN_ORDERS) ?? [];
    if (!customer?.days || orders.length < 2) return [];
    const again = new Map<number, RebuyFigures>();
    // What was bought once has no rhythm, whatever others do.
    for (const [productId, days] of customer.days) if (days.length > 1) again.set(productId, { ...this.figuresOf(productId), typicalDays: this.typicalDays(productId) });
    return again.size === 0 ? [] : reordersDue(orders, again);
  }

  private typicalDays(productId: number): number | null {
    const own = [...(this.gaps.get(productId) ?? [])];
    return typicalDaysIfKnown({ gaps: own.reduce((sum, [, gaps]) => sum + gaps, 0), medianDays: medianOfCounts(own) }, this.shopDays());
  }

  private shopDays(): number | null {
    if (hasGrown(this.shop.ofGaps, this.gapCount, this.growth)) this.shop = { days: medianOfCounts(this.allGaps), ofGaps: this.gapCount };
    return this.shop.days;
  }

  /** `times`: how often the customer bought it in other orders. */
  private countBuyers(productId: number, times: number, sign: 1 | -1): void {
    const figures = this.figuresOf(productId);
    if (times === 0) figures.customers += sign;
    else figures.repeats += sign;
    if (times === 1) figures.repeatCustomers += sign;
  }

  private countGaps(productId: number, others: readonly number[], day: number, sign: 1 | -1): void {
    if (others.length === 0) return;
    visitGapChanges(others, day, sign, (days, count) => {
      const own = this.gaps.get(productId) ?? new Map<number, number>();
      if (own.size === 0) this.gaps.set(productId, own);
      changeSum(own, days, count);
      changeSum(this.allGaps, days, count);
      this.gapCount += count;
    });
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
    const customer: Customer = { orders: [], times: new Map(), days: this.scope.asksReorders ? new Map() : null };
    this.customers.set(customerKey, customer);
    return customer;
  }
}
