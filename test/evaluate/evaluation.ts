import { crossSellBaselines } from "./cross-sell/baselines";
import type { Task } from "./cross-sell/cases";
import { encoreRanker, keptScoring } from "./cross-sell/encore";
import { allCases, evaluateRanker, type TaskFigures } from "./cross-sell/evaluate";
import { evaluateGate, type GateFigures } from "./cross-sell/gate";
import { countOrders, trainedCatalogue } from "./cross-sell/training";
import type { History } from "./history/history";
import { sampled, splitHistory, type SplitName } from "./protocol/split";
import { evaluateReorders, type ReorderFigures } from "./reorder/evaluate";
import { nextBaskets } from "./reorder/next-basket";
import { encoreReorders, reorderBaselines } from "./reorder/rankers";
import { evaluateTiming, type TimingFigures } from "./reorder/timing";
import { measureSpeed, type SpeedFigures } from "./speed";

export interface Named<Figures> {
  name: string;
  figures: Figures;
}

/** Encore stands first in every list. */
export interface Evaluation {
  trainOrders: number;
  testOrders: number;
  crossSell: [Named<Record<Task, TaskFigures>>, ...Named<Record<Task, TaskFigures>>[]];
  gate: GateFigures;
  reorder: [Named<ReorderFigures>, ...Named<ReorderFigures>[]];
  timing: Named<TimingFigures>[] | null;
  speed: SpeedFigures;
}

/** Everything that evaluate prints about a history, by the same code that decides in production. */
export function evaluateHistory(history: History, split: SplitName, withBaselines: boolean): Evaluation {
  const { train, test: all } = splitHistory(history, split);
  const test = sampled(all);
  const catalogue = trainedCatalogue(history, train);
  const cases = allCases(history, train, test);
  const trained = countOrders(train);
  const scoring = keptScoring(trained.counts, train);
  const speed = measureSpeed(trained, scoring, train, cases);
  const crossSell = (ranker: Parameters<typeof evaluateRanker>[0]) => ({
    name: ranker.name,
    figures: evaluateRanker(ranker, cases, catalogue),
  });
  const baskets = nextBaskets(train, test);
  const reorder = (ranker: Parameters<typeof evaluateReorders>[0]) => ({
    name: ranker.name,
    figures: evaluateReorders(ranker, baskets, catalogue),
  });
  return {
    trainOrders: train.length,
    testOrders: test.length,
    crossSell: [
      crossSell(encoreRanker(scoring, catalogue)),
      ...(withBaselines ? crossSellBaselines(train, catalogue).map(crossSell) : []),
    ],
    gate: evaluateGate(trained.counts, train, cases),
    reorder: [reorder(encoreReorders(train, trained.counts, catalogue)), ...(withBaselines ? reorderBaselines().map(reorder) : [])],
    timing: history.dated ? evaluateTiming(history.orders) : null,
    speed,
  };
}
