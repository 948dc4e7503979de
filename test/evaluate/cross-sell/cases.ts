import type { History, HistoryOrder } from "../history/history";
import { fnv1a32 } from "../protocol/hash";

export const TASKS = ["X1", "X1n", "X1n2", "X2"] as const;
export type Task = (typeof TASKS)[number];

/** One question put to a ranking, and its answer. */
export interface Case {
  query: number[];
  targets: ReadonlySet<number>;
  /** Products that this customer bought in training and that leave the candidates. */
  excluded: ReadonlySet<number>;
}

const HIDDEN_AT_MOST = 5;
const NOTHING: ReadonlySet<number> = new Set();

/** The cases of one test order, by task; empty where the order gives none. */
export function casesOf(order: HistoryOrder, past: ReadonlySet<number>, history: History): Record<Task, Case[]> {
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
    cases.X1.push({ query: without(products, hidden), targets: new Set([hidden]), excluded: NOTHING });
  }
  for (const hidden of hiding.filter((product) => !past.has(product)).slice(0, HIDDEN_AT_MOST)) {
    const query = without(products, hidden);
    const targets = new Set([hidden]);
    cases.X1n.push({ query, targets, excluded: past });
    cases.X1n2.push({ query: sorted(query, "q|").slice(0, 2), targets, excluded: past });
  }
  const [seed = -1] = sorted(products, "seed|");
  cases.X2.push({ query: [seed], targets: new Set(without(products, seed)), excluded: NOTHING });
  return cases;
}

/** What each customer bought in the training orders; a guest bought nothing. */
export function pastProducts(train: readonly HistoryOrder[]): (customer: number) => ReadonlySet<number> {
  const past = new Map<number, Set<number>>();
  for (const { customer, products } of train) {
    if (customer < 0) continue;
    const held = past.get(customer) ?? new Set();
    for (const product of products) held.add(product);
    past.set(customer, held);
  }
  return (customer) => past.get(customer) ?? NOTHING;
}

function without(products: readonly number[], product: number): number[] {
  return products.filter((each) => each !== product);
}
