/** So many are looked for one by one; who wants more gets the rest sorted. */
const FEW = 16;

/**
 * The places of two parallel lists by score, highest first, ties by id. Of hundreds of products a decision looks at a
 * handful, so nothing is sorted for the first of them.
 */
export function* bestFirst(scores: Float64Array, ids: Float64Array): Generator<number> {
  const isTaken = new Uint8Array(scores.length);
  for (let taken = 0; taken < Math.min(FEW, scores.length); taken += 1) {
    const best = bestOf(scores, ids, isTaken);
    isTaken[best] = 1;
    yield best;
  }
  const rest = Array.from(scores.keys()).filter((place) => isTaken[place] === 0);
  yield* rest.sort((one, other) => (scores[other] ?? 0) - (scores[one] ?? 0) || (ids[one] ?? 0) - (ids[other] ?? 0));
}

function bestOf(scores: Float64Array, ids: Float64Array, isTaken: Uint8Array): number {
  let best = -1;
  let [bestScore, bestId] = [-Infinity, Infinity];
  for (let place = 0; place < scores.length; place += 1) {
    const score = scores[place] ?? 0;
    if (score < bestScore || isTaken[place] === 1) continue;
    const id = ids[place] ?? 0;
    if (score === bestScore && id >= bestId) continue;
    best = place;
    bestScore = score;
    bestId = id;
  }
  return best;
}
