import type { History, HistoryOrder } from "../history/history";
import { fnv1a32 } from "./hash";

export type SplitName = "validation" | "test";

export interface Split {
  train: HistoryOrder[];
  test: HistoryOrder[];
}

const SAMPLE = 6_000;

/**
 * Dated: test is the last tenth of orders, validation the tenth before it, trained on what precedes; equal timestamps
 * stay together, on the earlier side. Undated: each customer's last order (validation: last but one), trained on what
 * precedes it; first orders and guests' are always trained on.
 */
export function splitHistory(history: History, name: SplitName): Split {
  return history.dated ? splitByTime(history.orders, name) : splitByCustomer(history.orders, name);
}

/** The protocol's sample of a large test set. */
export function sampled(orders: readonly HistoryOrder[]): HistoryOrder[] {
  if (orders.length <= SAMPLE) return [...orders];
  return orders.filter((order) => fnv1a32(`sub|${order.id}`) % orders.length < SAMPLE);
}

function splitByTime(orders: HistoryOrder[], name: SplitName): Split {
  const [from, to] = name === "test" ? [cut(orders, 0.9), orders.length] : [cut(orders, 0.8), cut(orders, 0.9)];
  return { train: orders.slice(0, from), test: orders.slice(from, to) };
}

function cut(orders: HistoryOrder[], share: number): number {
  let at = Math.floor(orders.length * share);
  while (at > 0 && at < orders.length && orders[at]?.day === orders[at - 1]?.day) at++;
  return at;
}

function splitByCustomer(orders: HistoryOrder[], name: SplitName): Split {
  const totals = new Map<number, number>();
  for (const { customer } of orders) totals.set(customer, (totals.get(customer) ?? 0) + 1);
  const train: HistoryOrder[] = [];
  const test: HistoryOrder[] = [];
  const seen = new Map<number, number>();
  for (const order of orders) {
    const total = totals.get(order.customer) ?? 0;
    const place = (seen.get(order.customer) ?? 0) + 1;
    seen.set(order.customer, place);
    const held = name === "test" ? total : total - 1;
    if (order.customer < 0 || place === 1 || place < held) train.push(order);
    else if (place === held) test.push(order);
  }
  return { train, test };
}
