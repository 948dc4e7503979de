import type { HistoryOrder } from "../history/history";
import { ordersByCustomer } from "../protocol/orders-by-customer";

/** A customer's first order after the cut, and what they ordered before it, oldest first. */
export interface NextBasket {
  past: HistoryOrder[];
  next: HistoryOrder;
}

/** Customers with at least two orders before. */
export function nextBaskets(train: readonly HistoryOrder[], test: readonly HistoryOrder[]): NextBasket[] {
  const past = ordersByCustomer(train);
  const seen = new Set<number>();
  const baskets: NextBasket[] = [];
  for (const next of test) {
    if (next.customer < 0 || seen.has(next.customer)) continue;
    seen.add(next.customer);
    const orders = past.get(next.customer) ?? [];
    if (orders.length >= 2) baskets.push({ past: orders, next });
  }
  return baskets;
}
