/** Below this a percentage would say more than is known. */
const fewestForShare = 20;

export type Trend =
  | { code: "same"; before: number }
  /** `share` is 0.12 for 12 % more or less. */
  | { code: "more" | "less"; share: number; before: number }
  /** Too few before to state a share. */
  | { code: "was"; before: number };

/**
 * How a figure compares with the period before. `counted` is the number of things behind the earlier figure: under 20 of
 * them, and from nothing or less, no share is stated. A change that rounds to no whole per cent is none.
 */
export function trendOf(before: number, after: number, counted = before): Trend {
  if (before === after) return { code: "same", before };
  if (counted < fewestForShare || before <= 0) return { code: "was", before };
  const share = Math.round((Math.abs(after - before) / before) * 100) / 100;
  if (share === 0) return { code: "same", before };
  return { code: after > before ? "more" : "less", share, before };
}
