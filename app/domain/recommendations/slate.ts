import type { Neighbours } from "./neighbours";

/** How much a product that is bought with one already chosen loses, when the order holds one product. */
const OVERLAP_PENALTY = 2;
/** Below this, with seven products or more, the order of candidates hardly changes. */
const NEGLIGIBLE_PENALTY = 0.05;
/** However close to one already chosen, a product keeps this share of its score. */
const KEPT_AT_LEAST = 0.05;

/**
 * Picks what to show together, best first: by score, but what is mostly bought with a product already picked adds less.
 * From one product the shopper's purpose is a guess, and several guesses are worth more than one made several times;
 * each further product in the order makes it surer (the penalty falls with its square). Ties by `compareTies`.
 */
export function pickSlate(
  scores: ReadonlyMap<number, number>,
  queryProducts: number,
  neighbours: (product: number) => Neighbours,
  isCandidate: (product: number) => boolean,
  limit: number,
  compareTies: (one: number, other: number) => number = (one, other) => one - other,
): number[] {
  const penalty = OVERLAP_PENALTY / Math.max(1, queryProducts) ** 2;
  if (penalty < NEGLIGIBLE_PENALTY) return pickHighest(scores, isCandidate, limit, compareTies);
  const open = new Map<number, number>();
  for (const [product, score] of scores) if (score > 0 && isCandidate(product)) open.set(product, score);
  const picked: number[] = [];
  while (picked.length < limit && open.size > 0) {
    let best = -1;
    let bestScore = Number.NEGATIVE_INFINITY;
    for (const [product, score] of open) {
      if (score < bestScore || (score === bestScore && compareTies(product, best) > 0)) continue;
      best = product;
      bestScore = score;
    }
    picked.push(best);
    open.delete(best);
    const { products, share, logPopularity, ownLogPopularity } = neighbours(best);
    for (let n = 0; n < products.length; n++) {
      const product = products[n] ?? -1;
      const score = open.get(product);
      if (score === undefined) continue;
      // The share of the other's purchases that had the pick: the same pair, seen from the other.
      const overlap = Math.min(1, (share[n] ?? 0) * Math.exp(ownLogPopularity - (logPopularity[n] ?? 0)));
      open.set(product, score * Math.max(KEPT_AT_LEAST, 1 - penalty * overlap));
    }
  }
  return picked;
}

/** By score alone, in one pass: whether a product may be shown is asked only of those that would be. */
export function pickHighest(
  scores: ReadonlyMap<number, number>,
  isCandidate: (product: number) => boolean,
  limit: number,
  compareTies: (one: number, other: number) => number,
): number[] {
  const picked: number[] = [];
  const held: number[] = [];
  const beats = (score: number, product: number, place: number) =>
    score > (held[place] ?? 0) || (score === held[place] && compareTies(product, picked[place] ?? -1) <= 0);
  for (const [product, score] of scores) {
    if (!(score > 0) || limit <= 0) continue;
    if (picked.length === limit && !beats(score, product, limit - 1)) continue;
    if (!isCandidate(product)) continue;
    let place = picked.length;
    while (place > 0 && beats(score, product, place - 1)) place--;
    picked.splice(place, 0, product);
    held.splice(place, 0, score);
    if (picked.length > limit) {
      picked.length = limit;
      held.length = limit;
    }
  }
  return picked;
}
