import type { Bestseller } from "../strategies/sources";
import { changeSum, dayOf, type PastDays } from "./past-days";

const DEPTH = 500;

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
  private readonly windows: Window[];

  constructor(private readonly past: PastDays, windows: readonly number[]) {
    this.windows = [...new Set(windows)].map((days) => ({ days, from: -Infinity, to: -Infinity, sums: new Map(), listed: null }));
    past.onChange((day, productId, by) => {
      for (const { from, to, sums } of this.windows) if (day > from && day < to) changeSum(sums, productId, by);
    });
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
    for (const [one, products] of this.past.days()) {
      const was = one > window.from && one < window.to;
      const is = one > from && one < day;
      if (was !== is) for (const [id, orders] of products) changeSum(window.sums, id, is ? orders : -orders);
    }
    window.from = from;
    window.to = day;
    return [...window.sums]
      .map(([productId, orders]) => ({ productId, orders }))
      .sort((one, other) => other.orders - one.orders || one.productId - other.productId)
      .slice(0, DEPTH);
  }
}
