import type { Neighbours } from "./neighbours";

/**
 * How the votes of a query's products are combined, by the number of products that have any neighbours.
 * With one product the question is "what is bought most with it". The more products there are, the more certain the
 * context: common products are discounted further, close neighbours count for more, and every product gets one vote
 * instead of as many as it has strong neighbours.
 */
export interface RankingShape {
  /** Standard errors below the estimate at which a share is taken: few votes need more of it than many. */
  caution: number;
  /** Popularity is divided out to this power: 0 leaves the most likely products, 1 the most surprising. */
  popularityExponent: number;
  /** The closeness of a pair counts to this power. */
  sharpness: number;
  /** A product's votes are divided by their sum to this power. */
  oneVoteEach: number;
}

/** Tuned at one, two and many products; between them it moves with 1 - 1/count. */
export function rankingShape(products: number): RankingShape {
  const certainty = 1 - 1 / Math.max(1, products);
  return {
    caution: 0.75 - 0.35 * certainty,
    popularityExponent: products > 1 ? 0.35 : 0.2,
    sharpness: 1 + 2 * certainty,
    oneVoteEach: certainty ** 2,
  };
}

/** Scores by product; a product that no neighbour list holds is absent. Own products are not scored. */
export function scoreCandidates(
  query: readonly number[],
  neighbours: (product: number) => Neighbours,
  shapeFor: (products: number) => RankingShape = rankingShape,
): Map<number, number> {
  const lists = query.map(neighbours).filter((list) => list.products.length > 0);
  const { caution, popularityExponent, sharpness, oneVoteEach } = shapeFor(lists.length);
  // A flat array while summing and a map of what was reached: several times faster than summing in a map.
  const sums = new Float64Array(1 + Math.max(-1, ...lists.map(({ products }) => products.at(-1) ?? -1)));
  const votes: number[] = [];
  for (const { products, share, error, logPopularity } of lists) {
    let sum = 0;
    for (let n = 0; n < products.length; n++) {
      // A neighbour is only kept when its share stands further above 0 than the caution of any shape.
      const cautious = (share[n] ?? 0) - caution * (error[n] ?? 0);
      const vote = Math.exp(sharpness * (Math.log(cautious) - popularityExponent * (logPopularity[n] ?? 0)));
      votes[n] = vote;
      sum += vote;
    }
    const scale = sum ** -oneVoteEach;
    for (let n = 0; n < products.length; n++) {
      const product = products[n] ?? 0;
      sums[product] = (sums[product] ?? 0) + (votes[n] ?? 0) * scale;
    }
  }
  for (const product of query) if (product < sums.length) sums[product] = 0;
  const scores = new Map<number, number>();
  for (let product = 0; product < sums.length; product++) {
    const score = sums[product] ?? 0;
    if (score > 0) scores.set(product, score);
  }
  return scores;
}
