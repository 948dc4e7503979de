/** From inclusive, to exclusive. */
export interface Span {
  from: Date;
  to: Date;
}

/** How figures of a span are put together. */
export interface SplitSpan {
  /** Taken from the rolled-up quarters, all but `changed`; null when none lies within. */
  rolled: Span | null;
  /** Counted from the decisions themselves. */
  live: Span[];
}

export const quarterMs = 15 * 60_000;

/** The quarter of an hour in which a moment falls, as its first instant. */
export function quarterOf(moment: Date): Date {
  return new Date(Math.floor(moment.getTime() / quarterMs) * quarterMs);
}

const dayMs = 24 * 4 * quarterMs;

/** The whole days, UTC, within a span of quarters; empty, at its end, where there is none. */
export function wholeDays({ from, to }: Span): Span {
  const first = Math.ceil(from.getTime() / dayMs) * dayMs;
  const end = Math.floor(to.getTime() / dayMs) * dayMs;
  return first < end ? { from: new Date(first), to: new Date(end) } : { from: to, to };
}

/** Splits a span at what is rolled up: whole quarters before `rolledUntil` are, those `changed` since are counted anew. */
export function splitSpan(span: Span, rolledUntil: Date | null, changed: readonly Date[]): SplitSpan {
  const from = new Date(Math.ceil(span.from.getTime() / quarterMs) * quarterMs);
  const to = rolledUntil === null ? from : quarterOf(rolledUntil < span.to ? rolledUntil : span.to);
  if (to <= from) return { rolled: null, live: [span] };
  const within = changed.filter((quarter) => quarter >= from && quarter < to);
  const live = [
    { from: span.from, to: from },
    ...within.map((quarter) => ({ from: quarter, to: new Date(quarter.getTime() + quarterMs) })),
    { from: to, to: span.to },
  ];
  return { rolled: { from, to }, live: live.filter((one) => one.from < one.to) };
}
