import { topRanked, type TrainedCatalogue } from "../cross-sell/ranker";
import { figuresOf, mean, standardError } from "../protocol/metrics";
import type { NextBasket } from "./next-basket";
import type { ReorderRanker } from "./rankers";

export interface ReorderFigures {
  recall10: number;
  ndcg10: number;
  phr10: number;
  /** Standard error of recall10. */
  recall10Error: number;
  customers: number;
}

export function evaluateReorders(ranker: ReorderRanker, baskets: readonly NextBasket[], catalogue: TrainedCatalogue): ReorderFigures {
  const scores = new Float64Array(catalogue.orders.length);
  const figures = baskets.map((basket) => {
    scores.fill(0);
    ranker.score(basket, scores);
    const targets = new Set(basket.next.products);
    return figuresOf(topRanked(scores, catalogue, () => true, 10), targets, targets.size);
  });
  const recalls = figures.map(({ recall10 }) => recall10);
  return {
    recall10: mean(recalls),
    ndcg10: mean(figures.map(({ ndcg10 }) => ndcg10)),
    phr10: mean(figures.map(({ hit10 }) => hit10)),
    recall10Error: standardError(recalls),
    customers: baskets.length,
  };
}
