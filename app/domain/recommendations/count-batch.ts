import { DAY_MS } from "../courtesy/days";
import { visitGapChanges } from "../reorders/gap-changes";
import { type DatedPurchase, visitFollowing } from "./after-order";
import { FollowingDeltas } from "./following-deltas";
import { visitOrderChanges } from "./order-changes";
import type { Purchase } from "./purchase";

/** An order as the counts hold it. */
export interface CountedOrder {
  orderId: number;
  /** Null for a guest who cannot be recognised. */
  customerKey: string | null;
  /** Distinct, ascending. */
  productIds: readonly number[];
  boughtAt: Date;
}

/** An order's contribution before and after; null for none. */
export interface ContributionChange {
  before: CountedOrder | null;
  after: CountedOrder | null;
}

export interface ProductDelta {
  weight: number;
  orders: number;
  partners: number;
  customers: number;
  repeats: number;
  repeatCustomers: number;
}

export interface PairDelta {
  firstId: number;
  secondId: number;
  weight: number;
  orders: number;
  customers: number;
}

/** What changes in a shop's counts; sums, so that they can be added to rows whatever these hold. */
export interface CountDeltas {
  weight: number;
  orders: number;
  products: Map<number, ProductDelta>;
  pairs: PairDelta[];
  /** Orders by day ("2026-11-21", UTC) and product. */
  days: Map<string, Map<number, number>>;
  /** Gaps between one customer's purchases by product, or `allProducts`, and days. */
  gaps: Map<number, Map<number, number>>;
  /** Across customers' successive orders. */
  following: FollowingDeltas;
}

/** In `gaps`: of whatever product. */
export const allProducts = 0;

/**
 * What a batch of changed orders changes in the counts, each taken back and added anew with the customer's other orders
 * of that moment. `counted` are the customers' orders as counted before, the changing ones among them.
 */
export function countDeltas(changes: readonly ContributionChange[], counted: readonly CountedOrder[]): CountDeltas {
  const batch = new Batch(counted);
  for (const { before, after } of changes) {
    if (before) batch.reverse(before);
    if (after) batch.add(after);
  }
  return batch.deltas();
}

class Batch {
  private readonly ids: number[] = [];
  private readonly numbers = new Map<number, number>();
  private readonly ofCustomer = new Map<string, Map<number, CountedOrder>>();
  private readonly purchases = new Map<CountedOrder, Purchase>();
  private readonly pairs = new Map<string, PairDelta>();
  private readonly products = new Map<number, ProductDelta>();
  private readonly days = new Map<string, Map<number, number>>();
  private readonly gaps = new Map<number, Map<number, number>>();
  /** By customer: their orders before anything changed. */
  private readonly before = new Map<string, readonly CountedOrder[]>();
  private weight = 0;
  private orders = 0;

  constructor(counted: readonly CountedOrder[]) {
    for (const order of counted) this.ordersOf(order)?.set(order.orderId, order);
  }

  add(order: CountedOrder): void {
    this.noteBefore(order);
    this.visit(order, 1);
    this.ordersOf(order)?.set(order.orderId, order);
  }

  reverse(order: CountedOrder): void {
    this.noteBefore(order);
    this.ordersOf(order)?.delete(order.orderId);
    this.visit(order, -1);
  }

  deltas(): CountDeltas {
    const { weight, orders, products, days, gaps } = this;
    const pairs = [...this.pairs.values()].filter((pair) => pair.weight !== 0 || pair.orders !== 0 || pair.customers !== 0);
    return { weight, orders, products, days, gaps, pairs, following: this.following() };
  }

  private following(): FollowingDeltas {
    const deltas = new FollowingDeltas((product) => this.ids[product] ?? 0);
    for (const [customerKey, before] of this.before) {
      visitFollowing(before.map((order) => this.dated(order)), -1, deltas);
      visitFollowing([...(this.ofCustomer.get(customerKey)?.values() ?? [])].map((order) => this.dated(order)), 1, deltas);
    }
    return deltas;
  }

  private noteBefore(order: CountedOrder): void {
    if (order.customerKey === null || this.before.has(order.customerKey)) return;
    this.before.set(order.customerKey, [...(this.ordersOf(order)?.values() ?? [])]);
  }

  private visit(order: CountedOrder, sign: 1 | -1): void {
    const others = [...(this.ordersOf(order)?.values() ?? [])];
    visitOrderChanges(this.purchaseOf(order), others.map((other) => this.purchaseOf(other)), sign, {
      shop: (weight, orders) => {
        this.weight += weight;
        this.orders += orders;
      },
      product: (product, weight, orders, partners) => {
        const held = this.productDelta(this.ids[product] ?? 0);
        held.weight += weight;
        held.orders += orders;
        held.partners += partners;
      },
      pair: (one, other, weight, orders, customers) => { this.addPair(this.ids[one] ?? 0, this.ids[other] ?? 0, weight, orders, customers); },
      pairs: (one, others, from, weight, orders, customers) => {
        for (let place = from; place < others.length; place++) this.addPair(this.ids[one] ?? 0, this.ids[others[place] ?? 0] ?? 0, weight, orders, customers);
      },
    });
    for (const productId of order.productIds) {
      const again = others.filter(({ productIds }) => productIds.includes(productId));
      this.countBuyers(productId, again.length, sign);
      visitGapChanges(again.map(dayOf), dayOf(order), sign, (days, count) => {
        this.addGap(productId, days, count);
        this.addGap(allProducts, days, count);
      });
    }
    this.countDay(order, sign);
  }

  private addPair(one: number, other: number, weight: number, orders: number, customers: number): void {
    const [firstId, secondId] = one < other ? [one, other] : [other, one];
    const key = `${firstId} ${secondId}`;
    const held = this.pairs.get(key) ?? { firstId, secondId, weight: 0, orders: 0, customers: 0 };
    held.weight += weight;
    held.orders += orders;
    held.customers += customers;
    this.pairs.set(key, held);
  }

  /** `times`: how often the customer bought it in other orders. */
  private countBuyers(productId: number, times: number, sign: 1 | -1): void {
    const held = this.productDelta(productId);
    if (times === 0) held.customers += sign;
    else held.repeats += sign;
    if (times === 1) held.repeatCustomers += sign;
  }

  private addGap(productId: number, days: number, count: number): void {
    const held = this.gaps.get(productId) ?? new Map<number, number>();
    held.set(days, (held.get(days) ?? 0) + count);
    this.gaps.set(productId, held);
  }

  private countDay({ boughtAt, productIds }: CountedOrder, sign: 1 | -1): void {
    const day = boughtAt.toISOString().slice(0, 10);
    const products = this.days.get(day) ?? new Map<number, number>();
    for (const id of productIds) products.set(id, (products.get(id) ?? 0) + sign);
    this.days.set(day, products);
  }

  private productDelta(productId: number): ProductDelta {
    const held = this.products.get(productId) ?? { weight: 0, orders: 0, partners: 0, customers: 0, repeats: 0, repeatCustomers: 0 };
    this.products.set(productId, held);
    return held;
  }

  private ordersOf({ customerKey }: CountedOrder): Map<number, CountedOrder> | null {
    if (customerKey === null) return null;
    const held = this.ofCustomer.get(customerKey) ?? new Map<number, CountedOrder>();
    this.ofCustomer.set(customerKey, held);
    return held;
  }

  private purchaseOf(order: CountedOrder): Purchase {
    const known = this.purchases.get(order);
    if (known) return known;
    const purchase = { products: Int32Array.from(order.productIds, (id) => this.numberOf(id)).sort() };
    this.purchases.set(order, purchase);
    return purchase;
  }

  private dated(order: CountedOrder): DatedPurchase {
    return { orderId: order.orderId, boughtAt: order.boughtAt, products: this.purchaseOf(order).products };
  }

  private numberOf(id: number): number {
    const known = this.numbers.get(id);
    if (known !== undefined) return known;
    this.numbers.set(id, this.ids.length);
    return this.ids.push(id) - 1;
  }
}

function dayOf({ boughtAt }: CountedOrder): number {
  return Math.floor(boughtAt.getTime() / DAY_MS);
}
