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
