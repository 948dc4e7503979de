import { type Affinities, affinitiesOf } from "../../../app/domain/recommendations/affinities";
import type { CoPurchaseCounts } from "../../../app/domain/recommendations/co-purchase-counts";
import { pastWeights } from "../../../app/domain/recommendations/customer-past";
import { type Neighbours, neighboursOf } from "../../../app/domain/recommendations/neighbours";
import { type Overlaps, overlapsOf } from "../../../app/domain/recommendations/overlaps";
import { type Regression, regressionOf } from "../../../app/domain/recommendations/regression";
import { scoreForOrder, type OrderScoring } from "../../../app/domain/recommendations/score-order";
import { pickSlate } from "../../../app/domain/recommendations/slate";
import { ProductTrend } from "../../../app/domain/reorders/product-trend";
import type { HistoryOrder } from "../history/history";
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

export interface Scoring extends OrderScoring {
  affinities: (product: number) => Affinities;
  overlaps: (product: number) => Overlaps;
}

/** What the app scores and picks by, each part made when it is first asked for and kept. */
export function keptScoring(counts: CoPurchaseCounts, train: readonly HistoryOrder[]): Scoring {
  const trend = new ProductTrend();
  for (const { products, day } of train) trend.add(products, day);
  const factors = new Map<number, number>();
  const regressions = new Map<number, Regression>();
  const overlaps = new Map<number, Overlaps>();
  const affinities = new Map<number, Affinities>();
  const neighbours = keptNeighbours(counts);
  return {
    neighbours,
    affinities: (product) => {
      let known = affinities.get(product);
      if (!known) affinities.set(product, (known = affinitiesOf(neighbours(product))));
      return known;
    },
    trend: (product) => {
      let factor = factors.get(product);
      if (factor === undefined) factors.set(product, (factor = trend.factor(product)));
      return factor;
    },
    regression: (product) => {
      let regression = regressions.get(product);
      if (!regression) regressions.set(product, (regression = regressionOf(counts, product)));
      return regression;
    },
    overlaps: (product) => {
      let overlap = overlaps.get(product);
      if (!overlap) overlaps.set(product, (overlap = overlapsOf(counts, product)));
      return overlap;
    },
  };
}

/** The ranking that the app decides with; popular products fill up. */
export function encoreRanker(scoring: Scoring, catalogue: TrainedCatalogue): Ranker {
  const place = new Map(catalogue.byPopularity.map((product, index) => [product, index]));
  const compareTies = (one: number, other: number) => (place.get(one) ?? 0) - (place.get(other) ?? 0);
  return {
    name: "Encore",
    rank: (query, isCandidate, limit, past) => {
      const scores = scoreForOrder(query, past ? { ...scoring, past: pastWeights(past, scoring.affinities) } : scoring, isCandidate);
      const picked = pickSlate(scores, query.map(scoring.overlaps), isCandidate, limit, compareTies);
      return fillUp(picked.map(({ product }) => product), catalogue, isCandidate, limit);
    },
  };
}
