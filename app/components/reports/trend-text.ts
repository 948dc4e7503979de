import type { TFunction } from "i18next";
import type { Trend } from "../../domain/reports/trend";

/** "▲ 12% more than the period before", nothing where neither period has any; `word` writes a figure of its kind. */
export function trendText(t: TFunction, trend: Trend, word: (value: number) => string): string {
  switch (trend.code) {
    case "more":
    case "less":
      return t(`home:trend.${trend.code}`, { share: trend.share });
    case "same":
      return trend.before === 0 ? "" : t("home:trend.same");
    case "was":
      return t("home:trend.was", { before: word(trend.before) });
  }
}
