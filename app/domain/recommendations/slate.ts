import { type Overlaps, WHOLE } from "./overlaps";
import { pickHighest } from "./pick-highest";

/** How much a product that is bought with one already chosen loses, when the order holds one product. */
const OVERLAP_PENALTY = 2;
/** Below this, with seven products or more, the order of candidates hardly changes. */
const NEGLIGIBLE_PENALTY = 0.05;
/** However close to one already chosen, a product keeps this share of its score. */
const KEPT_AT_LEAST = 0.05;

/** With the score that was left when it was picked: never more than that of the one before. */
export interface Picked {
  product: number;
  score: number;
}

/**
 * Picks what to show together, best first: by score, but what is mostly bought with a product already picked adds less.
 * From one product the shopper's purpose is a guess, and several guesses are worth more than one made several times;
 * each further product in the order makes it surer (the penalty falls with its square). `overlaps` are those of the
 * order's products that the shop knows. Whether a product may be shown is asked only of those that would be. Ties by
 * `compareTies`.
 */
export function pickSlate(
  scores: ReadonlyMap<number, number>,
  overlaps: readonly Overlaps[],
  isCandidate: (product: number) => boolean,
  limit: number,
  compareTies: (one: number, other: number) => number = byProduct,
): Picked[] {
  const penalty = OVERLAP_PENALTY / Math.max(1, overlaps.length) ** 2;
  if (penalty < NEGLIGIBLE_PENALTY || overlaps.every(({ products }) => products.length === 0)) {
    return pickHighest(scores, isCandidate, limit, compareTies).map((product) => ({ product, score: scores.get(product) ?? 0 }));
  }
  const open = new Map<number, number>();
  for (const [product, score] of scores) if (score > 0) open.set(product, score);
  const picked: Picked[] = [];
  while (picked.length < limit && open.size > 0) {
    let best = -1;
    let bestScore = Number.NEGATIVE_INFINITY;
    for (const [product, score] of open) {
      if (score < bestScore || (score === bestScore && compareTies(product, best) > 0)) continue;
      best = product;
      bestScore = score;
    }
    open.delete(best);
    if (!isCandidate(best)) continue;
    picked.push({ product: best, score: bestScore });
    for (const [product, share] of sharesBeside(best, overlaps)) {
      const score = open.get(product);
      if (score !== undefined) open.set(product, score * Math.max(KEPT_AT_LEAST, 1 - penalty * share));
    }
  }
  return picked;
}

/** By product, the share of its purchases that had the pick too; the greatest where the lists were made at different times. */
function sharesBeside(pick: number, overlaps: readonly Overlaps[]): ReadonlyMap<number, number> {
  const beside = new Map<number, number>();
  for (const { products, shares } of overlaps) {
    const row = products.indexOf(pick) * products.length;
    if (row < 0) continue;
    for (const [place, product] of products.entries()) {
      const share = (shares[row + place] ?? 0) / WHOLE;
      if (share > (beside.get(product) ?? 0)) beside.set(product, share);
    }
  }
  return beside;
}

function byProduct(one: number, other: number): number {
  return one - other;
}
