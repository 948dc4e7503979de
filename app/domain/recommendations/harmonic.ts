const known: number[] = [0];

/** 1 + 1/2 + … + 1/k: what k purchases by one customer weigh together, so that one regular does not speak for a shop. */
export function harmonic(k: number): number {
  for (let n = known.length; n <= k; n++) known.push((known[n - 1] ?? 0) + 1 / n);
  return known[k] ?? 0;
}
