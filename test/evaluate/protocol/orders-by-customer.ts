import type { HistoryOrder } from "../history/history";

/** Each customer's orders in the order of the list; guests' are left out. */
export function ordersByCustomer(orders: readonly HistoryOrder[]): Map<number, HistoryOrder[]> {
  const byCustomer = new Map<number, HistoryOrder[]>();
  for (const order of orders) {
    if (order.customer < 0) continue;
    const own = byCustomer.get(order.customer);
    if (own) own.push(order);
    else byCustomer.set(order.customer, [order]);
  }
  return byCustomer;
}
