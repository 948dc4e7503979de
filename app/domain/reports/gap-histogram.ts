/** Days between two purchases of the same product by one customer, in steps that grow: weeks, months, years. */
export const gapSteps = [
  { from: 1, to: 7 }, { from: 8, to: 14 }, { from: 15, to: 30 }, { from: 31, to: 60 }, { from: 61, to: 90 },
  { from: 91, to: 180 }, { from: 181, to: 365 }, { from: 366, to: null },
] as const;

export interface GapBar {
  from: number;
  /** Null without an end. */
  to: number | null;
  purchases: number;
  /** Of all, 0 to 1. */
  share: number;
}

/** The bars of a histogram, empty ones included; null without any purchase. `counts` by step, in the order of `gapSteps`. */
export function gapHistogram(counts: readonly number[]): GapBar[] | null {
  const all = gapSteps.reduce((sum, _step, place) => sum + (counts[place] ?? 0), 0);
  if (all === 0) return null;
  return gapSteps.map(({ from, to }, place) => ({ from, to, purchases: counts[place] ?? 0, share: (counts[place] ?? 0) / all }));
}
