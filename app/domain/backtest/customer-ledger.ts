import { DAY_MS } from "../courtesy/days";
import type { PastPurchase, ServiceCase } from "../courtesy/history";
import type { PastOrder } from "./past-order";

/** As many of a customer's orders as courtesy reads in production. */
const OWN_ORDERS = 50;

interface Known {
  /** Orders placed so far. */
  orders: number;
  /** Of those, the ones that were cancelled later. */
  cancellations: number[];
  lastAt: number;
  spentMinor: number;
  boughtAt: Map<number, number>;
  /** The last orders' lines, oldest order first. */
  purchases: { cancelledAt: number; lines: PastPurchase[] }[];
  /** All lines of `purchases` while no cancellation has to be looked at; null when it has to be put together anew. */
  joined: PastPurchase[] | null;
  refunds: Date[];
}

export interface KnownBefore {
  priorOrders: number;
  /** Null on a first order. */
  daysSinceLastOrder: number | null;
  spentMinor: number;
  /** By product id. */
  daysSinceBought: () => Record<string, number>;
}

/** What the mirror holds about customers besides their orders. */
export interface CustomerRecords {
  /** When money went back, by order. */
  refunds: ReadonlyMap<number, readonly Date[]>;
  /** "Don't show me offers", by customer key. */
  optOuts: ReadonlyMap<string, Date>;
}

export const NO_RECORDS: CustomerRecords = { refunds: new Map(), optOuts: new Map() };

/** What was known of each customer at each moment of a replay; orders have to be told in order of time. */
export class CustomerLedger {
  private readonly customers = new Map<string, Known>();

  constructor(private readonly records: CustomerRecords = NO_RECORDS) {}

  /** What production would have read before this order; null for a guest without a key. */
  before({ customerKey, processedAt }: PastOrder): KnownBefore | null {
    if (customerKey === null) return null;
    const known = this.customers.get(customerKey);
    if (!known) return { priorOrders: 0, daysSinceLastOrder: null, spentMinor: 0, daysSinceBought: () => ({}) };
    const now = processedAt.getTime();
    const days = (at: number) => Math.floor((now - at) / DAY_MS);
    return {
      priorOrders: known.orders - known.cancellations.filter((at) => at <= now).length,
      daysSinceLastOrder: days(known.lastAt),
      spentMinor: known.spentMinor,
      daysSinceBought: () => Object.fromEntries([...known.boughtAt].map(([productId, at]) => [productId, days(at)])),
    };
  }

  /** What courtesy would have known of the customer by then, besides what they were shown. */
  courtesyBefore({ customerKey, processedAt }: PastOrder): { purchases: readonly PastPurchase[]; cases: ServiceCase[]; optedOutAt: Date | null } {
    if (customerKey === null) return { purchases: [], cases: [], optedOutAt: null };
    const known = this.customers.get(customerKey);
    const optedOutAt = this.records.optOuts.get(customerKey) ?? null;
    return {
      purchases: known ? purchasesOf(known, processedAt.getTime()) : [],
      cases: known?.refunds.filter((at) => at <= processedAt).map((at): ServiceCase => ({ kind: "refund", openedAt: at, closedAt: at })) ?? [],
      optedOutAt: optedOutAt !== null && optedOutAt <= processedAt ? optedOutAt : null,
    };
  }

  /** Test orders count for nothing, as in production. */
  add(order: PastOrder): void {
    const { id, customerKey, processedAt, cancelledAt, totalMinor, test, lines } = order;
    if (customerKey === null || test) return;
    let known = this.customers.get(customerKey);
    if (!known) {
      known = { orders: 0, cancellations: [], lastAt: 0, spentMinor: 0, boughtAt: new Map(), purchases: [], joined: null, refunds: [] };
      this.customers.set(customerKey, known);
    }
    known.orders += 1;
    if (cancelledAt !== null) known.cancellations.push(cancelledAt.getTime());
    known.lastAt = processedAt.getTime();
    known.spentMinor += totalMinor;
    for (const { productId } of lines) known.boughtAt.set(productId, known.lastAt);
    known.refunds.push(...(this.records.refunds.get(id) ?? []));
    known.purchases.push({ cancelledAt: cancelledAt?.getTime() ?? Infinity, lines: purchasedLines(order) });
    if (known.purchases.length > OWN_ORDERS) known.purchases.shift();
    known.joined = null;
  }
}

/** Lines of the orders that are not cancelled by then. */
function purchasesOf(known: Known, now: number): readonly PastPurchase[] {
  if (known.purchases.some(({ cancelledAt }) => cancelledAt !== Infinity)) return known.purchases.flatMap(({ cancelledAt, lines }) => (cancelledAt <= now ? [] : lines));
  return (known.joined ??= known.purchases.flatMap(({ lines }) => lines));
}

function purchasedLines({ id, processedAt, gift, lines }: PastOrder): PastPurchase[] {
  return lines.map(({ productId, variantId, quantity, totalMinor, unitMinor }) => ({
    orderId: id, productId, variantId, boughtAt: processedAt, unitMinor: Math.floor(totalMinor / Math.max(1, quantity)),
    atFullPrice: totalMinor >= unitMinor * quantity, gift,
  }));
}
