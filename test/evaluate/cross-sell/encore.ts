import type { CoPurchaseCounts } from "../../../app/domain/recommendations/co-purchase-counts";
import { type Neighbours, neighboursOf } from "../../../app/domain/recommendations/neighbours";
import { scoreCandidates } from "../../../app/domain/recommendations/rank";
import { pickSlate } from "../../../app/domain/recommendations/slate";
import { fillUp, type Ranker, type TrainedCatalogue } from "./ranker";

/** Neighbour lists are made when a product is first asked for and kept, as the app's snapshot of a shop does. */
export function keptNeighbours(counts: CoPurchaseCounts): (product: number) => Neighbours {
  const kept = new Map<number, Neighbours>();
  return (product) => {
    let list = kept.get(product);
    if (!list) kept.set(product, (list = neighboursOf(counts, product)));
    return list;
  };
}

/** The ranking that the app decides with; popular products fill up. */
export function encoreRanker(counts: CoPurchaseCounts, catalogue: TrainedCatalogue): Ranker {
  const neighbours = keptNeighbours(counts);
  const place = new Map(catalogue.byPopularity.map((product, index) => [product, index]));
  const compareTies = (one: number, other: number) => (place.get(one) ?? 0) - (place.get(other) ?? 0);
  return {
    name: "Encore",
    rank: (query, isCandidate, limit) => {
      const scores = scoreCandidates(query, neighbours);
      const picked = pickSlate(scores, query.length, neighbours, isCandidate, limit, compareTies);
      return fillUp(picked, catalogue, isCandidate, limit);
    },
  };
}
