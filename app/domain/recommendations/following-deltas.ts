import { isEarlier, productOf } from "./after-order";
import type { CountChanges } from "./order-changes";

export interface FollowedDelta {
  fromWeight: number;
  fromOrders: number;
  fromPartners: number;
  toWeight: number;
  toOrders: number;
  toPartners: number;
}

export interface FollowingPairDelta {
  fromId: number;
  toId: number;
  weight: number;
  orders: number;
  customers: number;
}

/** Sums, by Shopify's ids, of what changes in the counts across successive orders. */
export class FollowingDeltas implements CountChanges {
  weight = 0;
  orders = 0;
  readonly products = new Map<number, FollowedDelta>();
  private readonly pairsByKey = new Map<string, FollowingPairDelta>();

  constructor(private readonly idOf: (product: number) => number) {}

  /** Those that change in the end. */
  get changedPairs(): FollowingPairDelta[] {
    return [...this.pairsByKey.values()].filter(({ weight, orders, customers }) => weight !== 0 || orders !== 0 || customers !== 0);
  }

  shop(weight: number, orders: number): void {
    this.weight += weight;
    this.orders += orders;
  }

  product(number: number, weight: number, orders: number, partners: number): void {
    const id = this.idOf(productOf(number));
    const held = this.products.get(id) ?? { fromWeight: 0, fromOrders: 0, fromPartners: 0, toWeight: 0, toOrders: 0, toPartners: 0 };
    this.products.set(id, held);
    const side = isEarlier(number) ? "from" : "to";
    held[`${side}Weight`] += weight;
    held[`${side}Orders`] += orders;
    held[`${side}Partners`] += partners;
  }

  pair(first: number, second: number, weight: number, orders: number, customers: number): void {
    const [from, to] = isEarlier(first) ? [first, second] : [second, first];
    const [fromId, toId] = [this.idOf(productOf(from)), this.idOf(productOf(to))];
    const key = `${fromId} ${toId}`;
    const held = this.pairsByKey.get(key) ?? { fromId, toId, weight: 0, orders: 0, customers: 0 };
    held.weight += weight;
    held.orders += orders;
    held.customers += customers;
    this.pairsByKey.set(key, held);
  }

  pairs(first: number, others: ArrayLike<number>, from: number, weight: number, orders: number, customers: number): void {
    for (let place = from; place < others.length; place++) this.pair(first, others[place] ?? 0, weight, orders, customers);
  }
}
