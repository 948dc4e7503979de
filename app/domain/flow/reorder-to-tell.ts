import { isRebought, reordersDue } from "../strategies/reorders-due";
import type { OwnOrder, RebuyFigures } from "../strategies/reorders-due";
import type { ReorderDue } from "../strategies/sources";

export interface ReorderToTell extends ReorderDue {
  lastBoughtAt: Date;
}

/**
 * The one product to tell of today: within the range in which it is due, one that customers are known to buy again, the
 * likeliest first. Null when nothing is due. What was told of already is left to the event's key.
 */
export function reorderToTell(orders: readonly OwnOrder[], figures: ReadonlyMap<number, RebuyFigures>, sellable: ReadonlySet<number>, now: Date): ReorderToTell | null {
  for (const due of reordersDue(orders, figures)) {
    const known = figures.get(due.productId);
    if (!known || isRebought(known) !== true || !sellable.has(due.productId)) continue;
    if (due.dueFrom > now || due.dueUntil < now) continue;
    const bought = orders.filter(({ productIds }) => productIds.includes(due.productId)).map(({ boughtAt }) => boughtAt.getTime());
    return { ...due, lastBoughtAt: new Date(Math.max(...bought)) };
  }
  return null;
}
