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
  /** From the first order on that was cancelled later `joined` is kept no more. */
  everCancelled: boolean;
  /** All lines of `purchases`. */
  joined: PastPurchase[];
  refunds: Date[];
}

export interface KnownBefore {
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

const NONE: readonly never[] = [];

/** What was known of each customer at each moment of a replay; orders have to be told in order of time. */
export class CustomerLedger {
  private readonly customers = new Map<string, Known>();

  constructor(private readonly records: CustomerRecords = NO_RECORDS) {}

  /** Orders before this one that were not cancelled by then; null for a guest without a key. */
  priorOrders({ customerKey, processedAt }: PastOrder): number | null {
    if (customerKey === null) return null;
    const known = this.customers.get(customerKey);
    if (!known) return 0;
    const now = processedAt.getTime();
    let orders = known.orders;
    for (const at of known.cancellations) if (at <= now) orders -= 1;
    return orders;
  }

  /** What production would have read before this order; null for a guest without a key. */
  before({ customerKey, processedAt }: PastOrder): KnownBefore | null {
    if (customerKey === null) return null;
    const known = this.customers.get(customerKey);
    if (!known) return { daysSinceLastOrder: null, spentMinor: 0, daysSinceBought: () => ({}) };
    const now = processedAt.getTime();
    const days = (at: number) => Math.floor((now - at) / DAY_MS);
    return {
      daysSinceLastOrder: days(known.lastAt),
      spentMinor: known.spentMinor,
      daysSinceBought: () => Object.fromEntries([...known.boughtAt].map(([productId, at]) => [productId, days(at)])),
    };
  }

  /** What courtesy would have known of the customer by then, besides what they were shown. */
  courtesyBefore({ customerKey, processedAt }: PastOrder): { purchases: readonly PastPurchase[]; cases: readonly ServiceCase[]; optedOutAt: Date | null } {
    if (customerKey === null) return { purchases: [], cases: [], optedOutAt: null };
    const known = this.customers.get(customerKey);
    const optedOutAt = this.records.optOuts.get(customerKey) ?? null;
    return {
      purchases: known ? purchasesOf(known, processedAt.getTime()) : NONE,
      cases: known && known.refunds.length > 0 ? known.refunds.filter((at) => at <= processedAt).map((at): ServiceCase => ({ kind: "refund", openedAt: at, closedAt: at })) : NONE,
      optedOutAt: optedOutAt !== null && optedOutAt <= processedAt ? optedOutAt : null,
    };
  }

  /** Test orders count for nothing, as in production. */
  add(order: PastOrder): void {
    const { id, customerKey, processedAt, cancelledAt, totalMinor, test, lines } = order;
    if (customerKey === null || test) return;
    let known = this.customers.get(customerKey);
    if (!known) {
      known = { orders: 0, cancellations: [], lastAt: 0, spentMinor: 0, boughtAt: new Map(), purchases: [], everCancelled: false, joined: [], refunds: [] };
      this.customers.set(customerKey, known);
    }
    known.orders += 1;
    if (cancelledAt !== null) known.cancellations.push(cancelledAt.getTime());
    known.lastAt = processedAt.getTime();
    known.spentMinor += totalMinor;
    for (const { productId } of lines) known.boughtAt.set(productId, known.lastAt);
    const refunds = this.records.refunds.get(id);
    if (refunds) known.refunds.push(...refunds);
    const purchased = { cancelledAt: cancelledAt?.getTime() ?? Infinity, lines: purchasedLines(order) };
    known.purchases.push(purchased);
    if (cancelledAt !== null) known.everCancelled = true;
    if (!known.everCancelled) known.joined.push(...purchased.lines);
    if (known.purchases.length <= OWN_ORDERS) return;
    const oldest = known.purchases.shift();
    if (oldest && !known.everCancelled) known.joined.splice(0, oldest.lines.length);
  }
}

/** Lines of the orders that are not cancelled by then. */
function purchasesOf(known: Known, now: number): readonly PastPurchase[] {
  return known.everCancelled ? known.purchases.flatMap(({ cancelledAt, lines }) => (cancelledAt <= now ? [] : lines)) : known.joined;
}

function purchasedLines({ id, processedAt, gift, lines }: PastOrder): PastPurchase[] {
  return lines.map(({ productId, variantId, quantity, totalMinor, unitMinor }) => ({
    orderId: id, productId, variantId, boughtAt: processedAt, unitMinor: Math.floor(totalMinor / Math.max(1, quantity)),
    atFullPrice: totalMinor >= unitMinor * quantity, gift,
  }));
}
