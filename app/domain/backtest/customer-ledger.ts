import { DAY_MS } from "../courtesy/days";
import { GiftConfidence } from "../courtesy/gift-confidence";
import type { CourtesyHistory, PastPurchase, ServiceCase } from "../courtesy/history";
import type { PastOrder } from "./past-order";

/** As many of a customer's orders as courtesy reads in production. */
const OWN_ORDERS = 50;
const NUMBERS_PER_ORDER = 5;
const NUMBERS_PER_LINE = 4;

/** Orders and lines are kept as numbers: as objects they would be most of what a replay holds. */
interface Known {
  /** Of each order its id, when it was placed and cancelled (Infinity for never), the place of its sign of a gift or -1, and how many lines it has. */
  orders: number[];
  /** Of each line the product, the variant, what was paid for one unit, and 1 where no discount was on it. */
  lines: number[];
  /** Of the orders that were cancelled later. */
  cancellations: readonly number[];
  lastAt: number;
  spentMinor: number;
  refunds: readonly Date[];
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
  /** The last list of purchases that was asked for: the pages of one order ask for the same. */
  private last: { known: Known; now: number; purchases: readonly PastPurchase[] } | null = null;

  constructor(private readonly records: CustomerRecords = NO_RECORDS) {}

  /** Orders before this one that were not cancelled by then; null for a guest without a key. */
  priorOrders({ customerKey, processedAt }: PastOrder): number | null {
    if (customerKey === null) return null;
    const known = this.customers.get(customerKey);
    if (!known) return 0;
    const now = processedAt.getTime();
    let orders = known.orders.length / NUMBERS_PER_ORDER;
    for (const at of known.cancellations) if (at <= now) orders -= 1;
    return orders;
  }

  /** What production would have read before this order; null for a guest without a key. */
  before({ customerKey, processedAt }: PastOrder): KnownBefore | null {
    if (customerKey === null) return null;
    const known = this.customers.get(customerKey);
    if (!known) return { daysSinceLastOrder: null, spentMinor: 0, daysSinceBought: () => ({}) };
    const now = processedAt.getTime();
    return { daysSinceLastOrder: daysBetween(known.lastAt, now), spentMinor: known.spentMinor, daysSinceBought: () => daysSinceBought(known, now) };
  }

  /** What courtesy would have known of the customer by then, besides what they were shown; it stands until the order is added. */
  courtesyBefore({ customerKey, processedAt }: PastOrder): Omit<CourtesyHistory, "encounters"> {
    if (customerKey === null) return { purchases: [], cases: [], optedOutAt: null };
    const known = this.customers.get(customerKey);
    const optedOutAt = this.records.optOuts.get(customerKey) ?? null;
    return {
      purchases: known ? this.purchasesOf(known, processedAt.getTime()) : NONE,
      cases: known && known.refunds.length > 0 ? known.refunds.filter((at) => at <= processedAt).map((at): ServiceCase => ({ kind: "refund", openedAt: at, closedAt: at })) : NONE,
      optedOutAt: optedOutAt !== null && optedOutAt <= processedAt ? optedOutAt : null,
    };
  }

  /** Test orders count for nothing, as in production. */
  add({ id, customerKey, processedAt, cancelledAt, totalMinor, test, gift, lines }: PastOrder): void {
    if (customerKey === null || test) return;
    this.last = null;
    let known = this.customers.get(customerKey);
    if (!known) this.customers.set(customerKey, (known = { orders: [], lines: [], cancellations: NONE, lastAt: 0, spentMinor: 0, refunds: NONE }));
    known.lastAt = processedAt.getTime();
    known.spentMinor += totalMinor;
    known.orders.push(id, known.lastAt, cancelledAt?.getTime() ?? Infinity, gift === null ? -1 : GiftConfidence.options.indexOf(gift), lines.length);
    for (const line of lines) {
      known.lines.push(line.productId, line.variantId, Math.floor(line.totalMinor / Math.max(1, line.quantity)), Number(line.totalMinor >= line.unitMinor * line.quantity));
    }
    if (cancelledAt !== null) known.cancellations = [...known.cancellations, cancelledAt.getTime()];
    const refunds = this.records.refunds.get(id);
    if (refunds) known.refunds = [...known.refunds, ...refunds];
  }

  private purchasesOf(known: Known, now: number): readonly PastPurchase[] {
    const { last } = this;
    if (last?.known === known && last.now === now) return last.purchases;
    const purchases = purchasesBefore(known, now);
    this.last = { known, now, purchases };
    return purchases;
  }
}

function daysBetween(at: number, now: number): number {
  return Math.floor((now - at) / DAY_MS);
}

/** By product. */
function daysSinceBought({ orders, lines }: Known, now: number): Record<string, number> {
  const days: Record<string, number> = {};
  let line = 0;
  for (let order = 0; order < orders.length; order += NUMBERS_PER_ORDER) {
    const since = daysBetween(orders[order + 1] ?? 0, now);
    const end = line + (orders[order + 4] ?? 0) * NUMBERS_PER_LINE;
    for (; line < end; line += NUMBERS_PER_LINE) days[lines[line] ?? 0] = since;
  }
  return days;
}

/** The last orders' lines, oldest order first, without the orders that are cancelled by then. */
function purchasesBefore({ orders, lines }: Known, now: number): PastPurchase[] {
  const first = Math.max(0, orders.length - OWN_ORDERS * NUMBERS_PER_ORDER);
  let line = lines.length;
  for (let order = first; order < orders.length; order += NUMBERS_PER_ORDER) line -= (orders[order + 4] ?? 0) * NUMBERS_PER_LINE;
  const purchases: PastPurchase[] = [];
  for (let order = first; order < orders.length; order += NUMBERS_PER_ORDER) {
    const end = line + (orders[order + 4] ?? 0) * NUMBERS_PER_LINE;
    if ((orders[order + 2] ?? Infinity) <= now) {
      line = end;
      continue;
    }
    const orderId = orders[order] ?? 0;
    const boughtAt = new Date(orders[order + 1] ?? 0);
    const gift = GiftConfidence.options[orders[order + 3] ?? -1] ?? null;
    for (; line < end; line += NUMBERS_PER_LINE) {
      purchases.push({ orderId, productId: lines[line] ?? 0, variantId: lines[line + 1] ?? 0, boughtAt, unitMinor: lines[line + 2] ?? 0, atFullPrice: lines[line + 3] === 1, gift });
    }
  }
  return purchases;
}
