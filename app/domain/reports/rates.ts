/** The part of a whole, or null while the whole is 0: nothing can be said of nothing. */
export function rate(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}

/** The average amount in whole minor units, half up, or null while there is nothing to average. */
export function average(minor: number, count: number): number | null {
  return count === 0 ? null : Math.round(minor / count);
}

/** The relative change from one figure to the next (0.1 is a tenth more), or null from nothing or less. */
export function change(before: number, after: number): number | null {
  return before <= 0 ? null : (after - before) / before;
}
