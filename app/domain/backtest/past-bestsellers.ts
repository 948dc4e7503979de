import { DAY_MS } from "../courtesy/days";
import type { Bestseller } from "../strategies/sources";

const DEPTH = 500;

/** Orders of the days of one window, day by day. */
interface Window {
  days: number;
  /** The days that are summed: after `from`, before `to`. */
  from: number;
  to: number;
  sums: Map<number, number>;
  /** The list of the day on which it was last asked for. */
  listed: { day: number; list: readonly Bestseller[] } | null;
}

/** What sold best at each moment of a replay: over the days of a window that ended with the day before (UTC). */
export class PastBestsellers {
  private readonly byDay = new Map<number, Map<number, number>>();
  private readonly windows: Window[];

  constructor(windows: readonly number[]) {
    this.windows = [...new Set(windows)].map((days) => ({ days, from: -Infinity, to: -Infinity, sums: new Map(), listed: null }));
  }

  /** Adds an order of that day, or with -1 takes it back. */
  count(productIds: readonly number[], at: Date, sign: 1 | -1): void {
    if (this.windows.length === 0) return;
    const day = dayOf(at);
    const ofDay = this.byDay.get(day) ?? new Map<number, number>();
    this.byDay.set(day, ofDay);
    for (const id of productIds) change(ofDay, id, sign);
    for (const { from, to, sums } of this.windows) if (day > from && day < to) for (const id of productIds) change(sums, id, sign);
  }

  /** As `Sources.bestsellers`; empty for a window that was not named beforehand. */
  list(days: number, at: Date): readonly Bestseller[] {
    const window = this.windows.find((one) => one.days === days);
    if (!window) return [];
    const day = dayOf(at);
    if (window.listed?.day !== day) window.listed = { day, list: this.listOf(window, day) };
    return window.listed.list;
  }

  private listOf(window: Window, day: number): Bestseller[] {
    const from = day - window.days;
    for (const [one, products] of this.byDay) {
      const was = one > window.from && one < window.to;
      const is = one > from && one < day;
      if (was !== is) for (const [id, orders] of products) change(window.sums, id, is ? orders : -orders);
    }
    window.from = from;
    window.to = day;
    return [...window.sums]
      .map(([productId, orders]) => ({ productId, orders }))
      .sort((one, other) => other.orders - one.orders || one.productId - other.productId)
      .slice(0, DEPTH);
  }
}

function dayOf(at: Date): number {
  return Math.floor(at.getTime() / DAY_MS);
}

function change(sums: Map<number, number>, id: number, by: number): void {
  const sum = (sums.get(id) ?? 0) + by;
  if (sum > 0) sums.set(id, sum);
  else sums.delete(id);
}
