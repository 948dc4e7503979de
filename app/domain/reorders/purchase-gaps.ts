/** Days between successive purchases of the same thing; `days` ascending whole days, a day counted once. */
export function gapsBetween(days: readonly number[]): number[] {
  const gaps: number[] = [];
  for (let n = 1; n < days.length; n++) {
    const gap = (days[n] ?? 0) - (days[n - 1] ?? 0);
    if (gap > 0) gaps.push(gap);
  }
  return gaps;
}
