import type { CustomerPast } from "../../../app/domain/recommendations/customer-past";

/** A way of ranking candidates for a query of products. */
export interface Ranker {
  name: string;
  /** At most `limit` candidates, best first; products that it says nothing about follow by popularity. */
  rank(query: readonly number[], isCandidate: (product: number) => boolean, limit: number, past?: CustomerPast | null): number[];
}

/** What the protocol needs of the training orders to break ties and leave out products it cannot know. */
export interface TrainedCatalogue {
  /** Training products, most popular first, then by id: the order in which ties stand. */
  byPopularity: readonly number[];
  /** Training orders by product; 0 for products of the test orders alone. */
  orders: readonly number[];
}

/** The first `limit` candidates by score, ties by popularity, then id. */
export function topRanked(
  scores: Float64Array,
  catalogue: TrainedCatalogue,
  isCandidate: (product: number) => boolean,
  limit: number,
): number[] {
  const ranked: number[] = [];
  const best: number[] = [];
  // In the order of ties: a later product has to score more than an earlier one to pass it.
  for (const product of catalogue.byPopularity) {
    const score = scores[product] ?? 0;
    if (best.length === limit && score <= (best[limit - 1] ?? 0)) continue;
    if (!isCandidate(product)) continue;
    let at = best.length;
    while (at > 0 && score > (best[at - 1] ?? 0)) at--;
    best.splice(at, 0, score);
    ranked.splice(at, 0, product);
    if (best.length > limit) {
      best.length = limit;
      ranked.length = limit;
    }
  }
  return ranked;
}

/** Adds the most popular candidates until there are `limit`. */
export function fillUp(
  ranked: readonly number[],
  catalogue: TrainedCatalogue,
  isCandidate: (product: number) => boolean,
  limit: number,
): number[] {
  const filled = [...ranked];
  for (const product of catalogue.byPopularity) {
    if (filled.length >= limit) break;
    if (isCandidate(product) && !ranked.includes(product)) filled.push(product);
  }
  return filled;
}
