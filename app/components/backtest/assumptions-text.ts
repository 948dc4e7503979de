import type { TFunction } from "i18next";
import type { BacktestView } from "../../domain/backtest/view";

type Result = Pick<NonNullable<BacktestView["result"]>, "evidence" | "isDownsell" | "placements">;

/** What a replay assumes and cannot know, in sentences for staff. */
export function assumptionsOf(t: TFunction, { evidence, isDownsell, placements }: Result): string[] {
  return [
    t("backtest:assumption.acceptance"),
    t("backtest:assumption.today"),
    t("backtest:assumption.live"),
    t(evidence === "then" ? "backtest:assumption.then" : "backtest:assumption.notThen"),
    ...(isDownsell ? [t("backtest:assumption.downsell")] : []),
    ...(placements.some(({ replayable }) => !replayable) ? [t("backtest:assumption.visits")] : []),
    t("backtest:assumption.traces"),
  ];
}
