import { DAY_MS } from "../courtesy/days";

/** Told of a day and product whose number of orders changes. */
type DayListener = (day: number, productId: number, by: number) => void;

/** Orders by day (UTC, counted from 1970) and product, up to a moment of a replay. */
export class PastDays {
  private readonly byDay = new Map<number, Map<number, number>>();
  private readonly listeners: DayListener[] = [];

  onChange(listener: DayListener): void {
    this.listeners.push(listener);
  }

  /** Adds an order of that day, or with -1 takes it back. */
  count(productIds: readonly number[], at: Date, sign: 1 | -1): void {
    const day = dayOf(at);
    const ofDay = this.byDay.get(day) ?? new Map<number, number>();
    if (ofDay.size === 0) this.byDay.set(day, ofDay);
    for (const id of productIds) {
      changeSum(ofDay, id, sign);
      for (const listener of this.listeners) listener(day, id, sign);
    }
  }

  days(): Iterable<readonly [day: number, products: ReadonlyMap<number, number>]> {
    return this.byDay;
  }

  on(day: number): ReadonlyMap<number, number> {
    return this.byDay.get(day) ?? NOTHING;
  }
}

const NOTHING: ReadonlyMap<number, number> = new Map();

export function dayOf(at: Date): number {
  return Math.floor(at.getTime() / DAY_MS);
}

/** Sums of 0 and less are not kept. */
export function changeSum(sums: Map<number, number>, id: number, by: number): void {
  const sum = (sums.get(id) ?? 0) + by;
  if (sum > 0) sums.set(id, sum);
  else sums.delete(id);
}
