import type { GapBar } from "../../domain/reports/gap-histogram";

export interface GapLine {
  /** "8 to 14 days" */
  label: string;
  purchases: string;
  /** "23 %" */
  share: string;
  /** 0 to 100, the longest bar has 100. */
  length: number;
}

const count = new Intl.NumberFormat("en");

/** A histogram's bars in the words and lengths in which they are drawn. */
export function gapLines(bars: readonly GapBar[]): GapLine[] {
  const longest = Math.max(...bars.map(({ purchases }) => purchases));
  return bars.map(({ from, to, purchases, share }) => ({
    label: to === null ? "More than a year" : `${count.format(from)} to ${count.format(to)} days`,
    purchases: count.format(purchases),
    share: purchases > 0 && share < 0.01 ? "under 1 %" : `${String(Math.round(share * 100))} %`,
    length: longest === 0 ? 0 : (purchases / longest) * 100,
  }));
}
