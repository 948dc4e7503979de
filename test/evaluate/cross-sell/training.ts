import { CoPurchaseCounts } from "../../../app/domain/recommendations/co-purchase-counts";
import type { Purchase } from "../../../app/domain/recommendations/purchase";
import type { History, HistoryOrder } from "../history/history";
import type { TrainedCatalogue } from "./ranker";

export interface Trained {
  counts: CoPurchaseCounts;
  /** Seconds of processor time that adding the orders one by one took: what else the machine does hardly matters. */
  seconds: number;
}

/** Adds the orders one at a time, as a shop's orders arrive. */
export function countOrders(orders: readonly HistoryOrder[]): Trained {
  const counts = new CoPurchaseCounts();
  const byCustomer = new Map<number, Purchase[]>();
  const begun = process.cpuUsage();
  for (const order of orders) {
    if (order.customer < 0) {
      counts.add(order);
      continue;
    }
    const others = byCustomer.get(order.customer);
    counts.add(order, others);
    if (others) others.push(order);
    else byCustomer.set(order.customer, [order]);
  }
  counts.settle();
  const { user, system } = process.cpuUsage(begun);
  return { counts, seconds: (user + system) / 1e6 };
}

export function trainedCatalogue(history: History, train: readonly HistoryOrder[]): TrainedCatalogue {
  const orders = new Array<number>(history.productIds.length).fill(0);
  for (const { products } of train) for (const product of products) orders[product] = (orders[product] ?? 0) + 1;
  const id = (product: number) => history.productIds[product] ?? "";
  const byPopularity = [...orders.keys()]
    .filter((product) => (orders[product] ?? 0) > 0)
    .sort((a, b) => (orders[b] ?? 0) - (orders[a] ?? 0) || (id(a) < id(b) ? -1 : 1));
  return { byPopularity, orders };
}
