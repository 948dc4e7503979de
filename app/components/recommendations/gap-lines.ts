import type { TFunction } from "i18next";
import type { GapBar } from "../../domain/reports/gap-histogram";
import { countText, shareText } from "../../i18n/values";

export interface GapLine {
  /** "8 to 14 days" */
  label: string;
  purchases: string;
  /** "23%" */
  share: string;
  /** 0 to 100, the longest bar has 100. */
  length: number;
}

/** A histogram's bars in the words and lengths in which they are drawn. */
export function gapLines(t: TFunction, bars: readonly GapBar[]): GapLine[] {
  const longest = Math.max(...bars.map(({ purchases }) => purchases));
  return bars.map(({ from, to, purchases, share }) => ({
    label: to === null ? t("recommendations:gaps.moreThanYear") : t("recommendations:gaps.days", { from, to }),
    purchases: countText(t, purchases),
    share: shareText(t, share, 1),
    length: longest === 0 ? 0 : (purchases / longest) * 100,
  }));
}
