import { HALF_LIFE_DAYS, TREND_DAYS, type Trends, trendsOf } from "../reorders/product-trend";
import { changeSum, dayOf, type PastDays } from "./past-days";

/** What was bought more or less than usual at the beginning of each day (UTC) of a replay. */
export class PastTrend {
  private readonly orders = new Map<number, number>();
  /** By product; newer orders weigh more instead of older ones less, so that nothing has to be touched again each day. */
  private readonly recent = new Map<number, { orders: number; weight: number }>();
  private allOrders = 0;
  private origin: number | null = null;
  private today = -Infinity;
  /** Changes of today, which count from tomorrow on. */
  private waiting: { productIds: readonly number[]; day: number; sign: 1 | -1 }[] = [];
  private trends: Trends | null = null;

  constructor(private readonly past: PastDays) {}

  /** Adds an order of that day, or with -1 takes it back. */
  count(productIds: readonly number[], at: Date, sign: 1 | -1): void {
    this.waiting.push({ productIds, day: dayOf(at), sign });
  }

  /** To be called at each moment, once what was cancelled by then is taken back and before anything is added. */
  moveTo(now: Date): void {
    const day = dayOf(now);
    if (day === this.today) return;
    for (const change of this.waiting) this.apply(change);
    this.waiting = [];
    for (const [old, products] of this.past.days()) {
      if (old <= this.today - TREND_DAYS || old > day - TREND_DAYS) continue;
      for (const [id, orders] of products) this.weigh(id, old, -orders);
    }
    this.today = day;
    this.trends = null;
  }

  /** Above 1 for what is bought more now than usual. */
  factor(productId: number): number {
    this.trends ??= trendsOf(
      Array.from(this.orders, ([id, orders]) => ({ productId: id, orders, recent: Math.max(0, this.recent.get(id)?.weight ?? 0) })), this.allOrders,
    );
    return this.trends.get(productId) ?? 1;
  }

  private apply({ productIds, day, sign }: { productIds: readonly number[]; day: number; sign: 1 | -1 }): void {
    this.origin ??= day;
    this.allOrders += sign;
    for (const id of productIds) {
      changeSum(this.orders, id, sign);
      // What left the window is taken out of it whole, changes of that day included.
      if (day > this.today - TREND_DAYS) this.weigh(id, day, sign);
    }
  }

  private weigh(productId: number, day: number, orders: number): void {
    const recent = this.recent.get(productId) ?? { orders: 0, weight: 0 };
    recent.orders += orders;
    recent.weight += orders * 2 ** ((day - (this.origin ?? day)) / HALF_LIFE_DAYS);
    // Of what was added and taken out rounding may leave a trace, which is no trend.
    if (recent.orders === 0) this.recent.delete(productId);
    else this.recent.set(productId, recent);
  }
}
