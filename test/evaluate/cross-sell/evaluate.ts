import type { HistoryOrder, History } from "../history/history";
import { figuresOf, mean, standardError } from "../protocol/metrics";
import { type Case, casesOf, pastOf, TASKS, type Task } from "./cases";
import type { Ranker, TrainedCatalogue } from "./ranker";

export interface TaskFigures {
  hr6: number;
  mrr6: number;
  ndcg10: number;
  coverage6: number;
  /** Standard error of hr6. */
  hr6Error: number;
  orders: number;
}

export type TaskCases = Record<Task, Case[][]>;

/** All cases by task, an inner list an order. */
export function allCases(history: History, train: readonly HistoryOrder[], test: readonly HistoryOrder[]): TaskCases {
  const past = pastOf(train);
  const all: TaskCases = { X1: [], X1n: [], X1n2: [], X2: [] };
  for (const order of test) {
    const cases = casesOf(order, past(order.customer), history);
    for (const task of TASKS) if (cases[task].length > 0) all[task].push(cases[task]);
  }
  return all;
}

export function evaluateRanker(ranker: Ranker, cases: TaskCases, catalogue: TrainedCatalogue): Record<Task, TaskFigures> {
  return {
    X1: evaluateTask(ranker, cases.X1, catalogue),
    X1n: evaluateTask(ranker, cases.X1n, catalogue),
    X1n2: evaluateTask(ranker, cases.X1n2, catalogue),
    X2: evaluateTask(ranker, cases.X2, catalogue),
  };
}

function evaluateTask(ranker: Ranker, orders: readonly Case[][], catalogue: TrainedCatalogue): TaskFigures {
  const shown = new Set<number>();
  const perOrder = orders.map((cases) =>
    cases.map(({ query, targets, excluded, past }) => {
      const known = query.filter((product) => (catalogue.orders[product] ?? 0) > 0);
      const isCandidate = (product: number) => !excluded.has(product) && !query.includes(product);
      const ranked = ranker.rank(known, isCandidate, 10, past);
      for (const product of ranked.slice(0, 6)) shown.add(product);
      return figuresOf(ranked, targets, targets.size);
    }),
  );
  const hits = perOrder.map((all) => mean(all.map(({ hit6 }) => hit6)));
  return {
    hr6: mean(hits),
    mrr6: mean(perOrder.map((all) => mean(all.map(({ reciprocal6 }) => reciprocal6)))),
    ndcg10: mean(perOrder.map((all) => mean(all.map(({ ndcg10 }) => ndcg10)))),
    coverage6: catalogue.byPopularity.length === 0 ? 0 : shown.size / catalogue.byPopularity.length,
    hr6Error: standardError(hits),
    orders: orders.length,
  };
}
