import { type CustomerPast, customerPast } from "../../../app/domain/recommendations/customer-past";
import type { History, HistoryOrder } from "../history/history";
import { fnv1a32 } from "../protocol/hash";
import { ordersByCustomer } from "../protocol/orders-by-customer";

export const TASKS = ["X1", "X1n", "X1n2", "X2"] as const;
export type Task = (typeof TASKS)[number];

/** One question put to a ranking, and its answer. */
export interface Case {
  query: number[];
  targets: ReadonlySet<number>;
  /** Products that this customer bought in training and that leave the candidates. */
  excluded: ReadonlySet<number>;
  /** Where those leave the candidates, what the app would know of them. */
  past: CustomerPast | null;
}

const HIDDEN_AT_MOST = 5;
const NOTHING: ReadonlySet<number> = new Set();
const NO_PAST: PastOfCustomer = { products: NOTHING, known: null };

/** The cases of one test order, by task; empty where the order gives none. */
export function casesOf(order: HistoryOrder, past: PastOfCustomer, history: History): Record<Task, Case[]> {
  const cases: Record<Task, Case[]> = { X1: [], X1n: [], X1n2: [], X2: [] };
  const products = [...order.products];
  if (products.length < 2) return cases;
  const name = (product: number) => history.productIds[product] ?? "";
  const sorted = (list: number[], prefix: string) => {
    const keyed = list.map((product) => ({ product, key: fnv1a32(`${prefix}${order.id}|${name(product)}`) }));
    return keyed.sort((a, b) => a.key - b.key || (name(a.product) < name(b.product) ? -1 : 1)).map(({ product }) => product);
  };
  const hiding = sorted(products, "");
  for (const hidden of hiding.slice(0, HIDDEN_AT_MOST)) {
    cases.X1.push({ query: without(products, hidden), targets: new Set([hidden]), excluded: NOTHING, past: null });
  }
  for (const hidden of hiding.filter((product) => !past.products.has(product)).slice(0, HIDDEN_AT_MOST)) {
    const query = without(products, hidden);
    const targets = new Set([hidden]);
    cases.X1n.push({ query, targets, excluded: past.products, past: past.known });
    cases.X1n2.push({ query: sorted(query, "q|").slice(0, 2), targets, excluded: past.products, past: past.known });
  }
  const [seed = -1] = sorted(products, "seed|");
  cases.X2.push({ query: [seed], targets: new Set(without(products, seed)), excluded: NOTHING, past: null });
  return cases;
}

export interface PastOfCustomer {
  products: ReadonlySet<number>;
  known: CustomerPast | null;
}

/** What each customer bought in the training orders, which are in order of time; a guest bought nothing. */
export function pastOf(train: readonly HistoryOrder[]): (customer: number) => PastOfCustomer {
  const orders = ordersByCustomer(train);
  const made = new Map<number, PastOfCustomer>();
  return (customer) => {
    const own = orders.get(customer);
    if (!own) return NO_PAST;
    let past = made.get(customer);
    if (!past) made.set(customer, (past = madeOf(own)));
    return past;
  };
}

function madeOf(own: readonly HistoryOrder[]): PastOfCustomer {
  const newestFirst = own.map(({ products }) => [...products]).reverse();
  return { products: new Set(newestFirst.flat()), known: customerPast(newestFirst) };
}

function without(products: readonly number[], product: number): number[] {
  return products.filter((each) => each !== product);
}
