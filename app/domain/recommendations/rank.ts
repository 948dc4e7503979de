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
  /** The trend counts to this power: the less an order tells, the more what is bought now does. */
  trendWeight: number;
}

/** From so many products on the shape hardly moves. */
const SETTLED = 16;

/** Tuned at one, two and many products; between them it moves with 1 - 1/count. */
export function rankingShape(products: number): RankingShape {
  const certainty = 1 - 1 / Math.max(1, products);
  return {
    caution: 0.75 - 0.35 * certainty,
    popularityExponent: products > 1 ? 0.35 : 0.2,
    sharpness: 1 + 2 * certainty,
    oneVoteEach: certainty ** 2,
    trendWeight: products < SETTLED ? 1 + 2 / Math.max(1, products) : 1,
  };
}

/** What the shape comes to with more and more products: every product has one vote. */
export const CERTAIN_SHAPE = rankingShape(Number.POSITIVE_INFINITY);

/**
 * Below them every number of products has a shape of its own; from there on it is taken at the largest of these steps
 * that the query reaches, so that what a product's neighbours get from it can be kept.
 */
const KEPT_STEPS = [SETTLED, 24, 40, 80, 160] as const;

/** By step; goes with the neighbour list. */
const keptVotes = new WeakMap<Neighbours, (Float64Array | undefined)[]>();

/** Sums by product while a query is answered, zero in between; kept, because clearing costs what the catalogue holds. */
let sums = new Float64Array(0);

/** Scores by product, each times the product's trend as the shape weighs it; one that no neighbour list holds or that is not wanted is absent. Own products are not scored. */
export function scoreCandidates(
  query: readonly number[],
  neighbours: (product: number) => Neighbours,
  shapeFor: (products: number) => RankingShape = rankingShape,
  trend: (product: number) => number = noTrend,
  isWanted: (product: number) => boolean = always,
): Map<number, number> {
  const lists = query.map(neighbours).filter((list) => list.products.length > 0);
  const step = shapeFor === rankingShape ? KEPT_STEPS.findLastIndex((products) => products <= lists.length) : -1;
  const shape = shapeFor(KEPT_STEPS[step] ?? lists.length);
  const reached: number[] = [];
  for (const list of lists) {
    const { products } = list;
    const last = products[products.length - 1] ?? 0;
    if (last >= sums.length) sums = lengthened(sums, last + 1);
    const votes = shapeFor === rankingShape ? votesFor(list, lists.length, step, shape) : votesOf(list, shape);
    for (let n = 0; n < products.length; n++) {
      const product = products[n] ?? 0;
      const sum = sums[product] ?? 0;
      if (sum === 0) reached.push(product);
      sums[product] = sum + (votes[n] ?? 0);
    }
  }
  const scores = new Map<number, number>();
  for (const product of query) if (product < sums.length) sums[product] = 0;
  for (const product of reached) {
    const score = sums[product] ?? 0;
    if (score > 0 && isWanted(product)) {
      const factor = trend(product);
      scores.set(product, shape.trendWeight === 1 ? score * factor : score * factor ** shape.trendWeight);
    }
    sums[product] = 0;
  }
  return scores;
}

function noTrend(): number {
  return 1;
}

function always(): boolean {
  return true;
}

function votesFor(list: Neighbours, products: number, step: number, shape: RankingShape): Float64Array {
  const { keptVotes: kept } = list;
  if (!kept) return step >= 0 ? votesKept(list, step, shape) : votesOf(list, shape);
  return (kept[step >= 0 ? SETTLED + step : products] ??= votesOf(list, shape));
}

function votesKept(list: Neighbours, step: number, shape: RankingShape): Float64Array {
  let steps = keptVotes.get(list);
  if (!steps) keptVotes.set(list, (steps = KEPT_STEPS.map(() => undefined)));
  return (steps[step] ??= votesOf(list, shape));
}

/** What a product of the query says for each of its neighbours. */
export function votesOf({ products, share, error, logPopularity }: Neighbours, shape: RankingShape): Float64Array {
  const { caution, popularityExponent, sharpness, oneVoteEach } = shape;
  const votes = new Float64Array(products.length);
  let sum = 0;
  for (let n = 0; n < products.length; n++) {
    // A neighbour is only kept when its share stands further above 0 than the caution of any shape.
    const cautious = (share[n] ?? 0) - caution * (error[n] ?? 0);
    const vote = Math.exp(sharpness * (Math.log(cautious) - popularityExponent * (logPopularity[n] ?? 0)));
    votes[n] = vote;
    sum += vote;
  }
  if (oneVoteEach === 0) return votes;
  const scale = sum ** -oneVoteEach;
  for (let n = 0; n < votes.length; n++) votes[n] = (votes[n] ?? 0) * scale;
  return votes;
}

function lengthened(array: Float64Array, length: number): Float64Array<ArrayBuffer> {
  const longer = new Float64Array(Math.max(length, array.length * 2));
  longer.set(array);
  return longer;
}
