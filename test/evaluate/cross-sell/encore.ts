import type { CoPurchaseCounts } from "../../../app/domain/recommendations/co-purchase-counts";
import { type Neighbours, neighboursOf } from "../../../app/domain/recommendations/neighbours";
import { scoreCandidates } from "../../../app/domain/recommendations/rank";
import type { Ranker } from "./ranker";

/** Neighbour lists are made when a product is first asked for and kept, as the app's snapshot of a shop does. */
export function keptNeighbours(counts: CoPurchaseCounts): (product: number) => Neighbours {
  const kept = new Map<number, Neighbours>();
  return (product) => {
    let list = kept.get(product);
    if (!list) kept.set(product, (list = neighboursOf(counts, product)));
    return list;
  };
}

/** The ranking that the app decides with. */
export function encoreRanker(counts: CoPurchaseCounts): Ranker {
  const neighbours = keptNeighbours(counts);
  const scores = new Float64Array(counts.productLimit);
  return {
    name: "Encore",
    score: (query) => {
      scores.fill(0);
      for (const [product, score] of scoreCandidates(query, neighbours)) scores[product] = score;
      return scores;
    },
  };
}
