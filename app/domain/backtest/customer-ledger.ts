import type { PastOrder } from "./past-order";

const dayMs = 86_400_000;

interface Known {
  /** Orders placed so far that were not cancelled before the order in hand. */
  orders: number;
  /** Of those, the ones that were cancelled later. */
  cancellations: number[];
  lastAt: number;
  spentMinor: number;
  boughtAt: Map<number, number>;
}

export interface KnownBefore {
  priorOrders: number;
  /** Null on a first order. */
  daysSinceLastOrder: number | null;
  spentMinor: number;
  /** By product id. */
  daysSinceBought: () => Record<string, number>;
}

/** What was known of each customer at each moment of a replay; orders have to be told in order of time. */
export class CustomerLedger {
  private readonly customers = new Map<string, Known>();

  /** What production would have read before this order; null for a guest without a key. */
  before({ customerKey, processedAt }: PastOrder): KnownBefore | null {
    if (customerKey === null) return null;
    const known = this.customers.get(customerKey);
    if (!known) return { priorOrders: 0, daysSinceLastOrder: null, spentMinor: 0, daysSinceBought: () => ({}) };
    const now = processedAt.getTime();
    const days = (at: number) => Math.floor((now - at) / dayMs);
    return {
      priorOrders: known.orders - known.cancellations.filter((at) => at <= now).length,
      daysSinceLastOrder: days(known.lastAt),
      spentMinor: known.spentMinor,
      daysSinceBought: () => Object.fromEntries([...known.boughtAt].map(([productId, at]) => [productId, days(at)])),
    };
  }

  /** Test orders count for nothing, as in production. */
  add({ customerKey, processedAt, cancelledAt, totalMinor, test, lines }: PastOrder): void {
    if (customerKey === null || test) return;
    let known = this.customers.get(customerKey);
    if (!known) {
      known = { orders: 0, cancellations: [], lastAt: 0, spentMinor: 0, boughtAt: new Map() };
      this.customers.set(customerKey, known);
    }
    known.orders += 1;
    if (cancelledAt !== null) known.cancellations.push(cancelledAt.getTime());
    known.lastAt = processedAt.getTime();
    known.spentMinor += totalMinor;
    for (const { productId } of lines) known.boughtAt.set(productId, known.lastAt);
  }
}
