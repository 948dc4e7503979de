import { DAY_MS, daysAfter } from "../courtesy/days";
import { dueRange } from "../reorders/due-date";
import { promptRefusal } from "../reorders/prompt-gate";
import { gapsBetween } from "../reorders/purchase-gaps";
import type { ReorderDue } from "./sources";

/** What a shop knows of buying a product again. */
export interface RebuyFigures {
  customers: number;
  repeats: number;
  repeatCustomers: number;
  /** Null while unknown. */
  typicalDays: number | null;
}

export interface OwnOrder {
  boughtAt: Date;
  productIds: readonly number[];
}

/** From so many customers on, a product that nobody bought twice is one that customers do not buy again. */
const ENOUGH_CUSTOMERS = 20;
const LEAST_REPEATS = 5;
const LEAST_REPEAT_CUSTOMERS = 3;
/** At least this share of a product's customers has to have come back for it. */
const LEAST_SHARE = 0.05;

/** Whether customers buy a product again; null while there is too little evidence to say. */
export function isRebought({ customers, repeats, repeatCustomers }: RebuyFigures): boolean | null {
  if (repeats >= LEAST_REPEATS && repeatCustomers >= LEAST_REPEAT_CUSTOMERS && repeatCustomers >= customers * LEAST_SHARE) return true;
  return customers >= ENOUGH_CUSTOMERS ? false : null;
}

/** The products that a customer has a rhythm with, each with the range in which it is due again; by score, then id. */
export function reordersDue(orders: readonly OwnOrder[], figures: ReadonlyMap<number, RebuyFigures>): ReorderDue[] {
  const days = new Map<number, number[]>();
  const orderDays: number[] = [];
  for (const { boughtAt, productIds } of [...orders].sort((one, other) => one.boughtAt.getTime() - other.boughtAt.getTime())) {
    const day = boughtAt.getTime() / DAY_MS;
    orderDays.push(day);
    for (const id of productIds) days.set(id, [...(days.get(id) ?? []), day]);
  }
  const orderGaps = gapsBetween(orderDays.map(Math.floor));
  const due: ReorderDue[] = [];
  for (const [productId, bought] of days) {
    const known = figures.get(productId);
    const pairGaps = gapsBetween(bought.map(Math.floor));
    const last = bought.at(-1);
    if (!known || known.typicalDays === null || last === undefined || pairGaps.length === 0) continue;
    const range = dueRange({ pairGaps, orderGaps, productDays: known.typicalDays, shopDays: known.typicalDays });
    if (promptRefusal(bought.length, range) !== null) continue;
    const lastAt = new Date(last * DAY_MS);
    due.push({
      productId, score: bought.length / orders.length, timesBought: bought.length, dueFrom: daysAfter(lastAt, range.earliestDays),
      dueUntil: daysAfter(lastAt, range.latestDays), repeats: known.repeats, repeatCustomers: known.repeatCustomers,
    });
  }
  return due.sort((one, other) => other.score - one.score || one.productId - other.productId);
}
