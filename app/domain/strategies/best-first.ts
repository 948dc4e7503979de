/**
 * The places of two parallel lists by score, highest first, ties by id. What is not asked for is not sorted: of hundreds
 * of products a decision looks at a handful.
 */
export function* bestFirst(scores: ArrayLike<number>, ids: ArrayLike<number>): Generator<number> {
  const heap = Int32Array.from({ length: scores.length }, (_, place) => place);
  const isBefore = (one: number, other: number): boolean => {
    const difference = (scores[one] ?? 0) - (scores[other] ?? 0);
    return difference > 0 || (difference === 0 && (ids[one] ?? 0) < (ids[other] ?? 0));
  };
  const sink = (from: number, size: number): void => {
    const sinking = heap[from] ?? 0;
    let hole = from;
    for (let child = 2 * hole + 1; child < size; child = 2 * hole + 1) {
      if (child + 1 < size && isBefore(heap[child + 1] ?? 0, heap[child] ?? 0)) child += 1;
      const next = heap[child] ?? 0;
      if (!isBefore(next, sinking)) break;
      heap[hole] = next;
      hole = child;
    }
    heap[hole] = sinking;
  };
  for (let place = (heap.length >> 1) - 1; place >= 0; place -= 1) sink(place, heap.length);
  for (let size = heap.length; size > 0; size -= 1) {
    const best = heap[0] ?? 0;
    heap[0] = heap[size - 1] ?? 0;
    sink(0, size - 1);
    yield best;
  }
}
