import { scoreForOrder } from "../../app/domain/recommendations/score-order";
import { pickSlate } from "../../app/domain/recommendations/slate";
import type { Scoring } from "./cross-sell/encore";
import type { TaskCases } from "./cross-sell/evaluate";
import { countOrders, type Trained } from "./cross-sell/training";
import type { HistoryOrder } from "./history/history";

export interface SpeedFigures {
  ordersPerSecond: number;
  queryMedianMs: number;
  queryP99Ms: number;
  countMegabytes: number;
}

/** The engine compiles for some 20,000 queries before it is as quick as it stays. */
const WARM_UP = 5;
/** How often each query is asked then; its quickest answer counts, since another program's turn is no part of it. */
const ROUNDS = 3;

/**
 * Speed of counting the training orders one by one, as a program does that has counted before, and of picking six
 * products for X1 queries against what is kept of the products.
 */
export function measureSpeed({ counts }: Trained, scoring: Scoring, train: readonly HistoryOrder[], cases: TaskCases): SpeedFigures {
  const { seconds } = countOrders(train);
  const queries = cases.X1.flat().map(({ query }) => query).slice(0, 5_000);
  const ask = (query: readonly number[]) =>
    pickSlate(scoreForOrder(query, scoring, () => true), query.map(scoring.overlaps), () => true, 6);
  for (let round = 0; round < WARM_UP; round++) for (const query of queries) ask(query);
  const times = queries.map(() => Number.POSITIVE_INFINITY);
  for (let round = 0; round < ROUNDS; round++) {
    queries.forEach((query, index) => {
      const begun = performance.now();
      ask(query);
      times[index] = Math.min(times[index] ?? 0, performance.now() - begun);
    });
  }
  times.sort((a, b) => a - b);
  return {
    ordersPerSecond: train.length / seconds,
    queryMedianMs: times[Math.floor(times.length * 0.5)] ?? 0,
    queryP99Ms: times[Math.floor(times.length * 0.99)] ?? 0,
    countMegabytes: counts.bytes / 1e6,
  };
}
