/**
 * Which gaps between purchases come (count 1) and go (-1) when a customer's purchase on a day is added to those on
 * `others`, whole days in any sequence; with `sign` -1, when it is taken back. A day counts once, so that the gaps
 * depend on the days alone and not on the sequence of changes.
 */
export function visitGapChanges(others: readonly number[], day: number, sign: 1 | -1, change: (gapDays: number, count: number) => void): void {
  let before = Number.NEGATIVE_INFINITY;
  let after = Number.POSITIVE_INFINITY;
  for (const other of others) {
    if (other === day) return;
    if (other < day) before = Math.max(before, other);
    else after = Math.min(after, other);
  }
  if (Number.isFinite(before) && Number.isFinite(after)) change(after - before, -sign);
  if (Number.isFinite(before)) change(day - before, sign);
  if (Number.isFinite(after)) change(after - day, sign);
}
