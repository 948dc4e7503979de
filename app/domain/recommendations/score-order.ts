import { type PastWeights, weighByPast } from "./customer-past";
import type { Neighbours } from "./neighbours";
import { pickHighest } from "./pick-highest";
import { rankingShape, scoreCandidates } from "./rank";
import type { Regression } from "./regression";

/** From so many products on, an order tells enough for its products to be weighed against each other. */
export const FEWEST_TO_REFINE = 6;
/** So many of the best are looked at twice. */
export const REFINED = 60;

/** What a shop knows that orders are scored by. */
export interface OrderScoring {
  neighbours: (product: number) => Neighbours;
  /** Above 1 for what is bought more now than usual. */
  trend?: (product: number) => number;
  regression?: (product: number) => Regression | undefined;
  /** Where the customer is known and may be judged by what they bought. */
  past?: PastWeights | null;
}

/**
 * Scores for an order as a whole, by product: the votes of its products' neighbours, moved by the trend and by the
 * customer's past; for a large order, the best of them by the regression too. Products that are no candidates may keep a
 * score.
 */
export function scoreForOrder(query: readonly number[], scoring: OrderScoring, isCandidate: (product: number) => boolean): Map<number, number> {
  const scores = scoreByNeighbours(query, scoring);
  const best = scoring.regression ? bestOf(query, scores, isCandidate) : [];
  weighForCustomer(scores, query, scoring);
  if (scoring.regression) refine(scores, query, scoring.regression, best);
  return scores;
}

/** Scores by the neighbours and the trend alone; where not all products are wanted, of those alone. */
export function scoreByNeighbours(query: readonly number[], { neighbours, trend }: OrderScoring, isWanted?: (product: number) => boolean): Map<number, number> {
  return scoreCandidates(query, neighbours, rankingShape, trend, isWanted);
}

/** Moves such scores by what the customer bought before, where anything is known of that. */
export function weighForCustomer(scores: Map<number, number>, query: readonly number[], { neighbours, past }: Pick<OrderScoring, "neighbours" | "past">): void {
  if (past) weighByPast(scores, query.map(neighbours), past);
}

/** Candidates by score, most first, ties by product: those worth refining; none of a small order. */
export function bestOf(query: readonly number[], scores: ReadonlyMap<number, number>, isCandidate: (product: number) => boolean): number[] {
  if (query.length < FEWEST_TO_REFINE) return [];
  return pickHighest(scores, isCandidate, REFINED, (one, other) => one - other);
}

/** Adds as much for the best fit as the best score is, for the others in proportion. */
export function refine(scores: Map<number, number>, query: readonly number[], regression: (product: number) => Regression | undefined, best: readonly number[]): void {
  if (best.length === 0) return;
  const own = new Set(query);
  const fits = best.map((product) => {
    const { products, weights } = regression(product) ?? NONE;
    let fit = 0;
    for (let n = 0; n < products.length; n++) if (own.has(products[n] ?? -1)) fit += weights[n] ?? 0;
    return Math.max(0, fit);
  });
  const bestScore = Math.max(...best.map((product) => scores.get(product) ?? 0));
  const bestFit = Math.max(...fits);
  if (!(bestFit > 0)) return;
  for (const [place, product] of best.entries()) {
    const score = scores.get(product) ?? 0;
    scores.set(product, score + (bestScore * (fits[place] ?? 0)) / bestFit);
  }
}

const NONE: Regression = { products: new Int32Array(0), weights: new Float64Array(0) };
