import type { TFunction } from "i18next";
import type { ReplayReason } from "../../domain/backtest/result";
import { countedReasonText } from "../decisions/reason-counts-text";
import { isProductCode, productText } from "../decisions/reason-text";
import { conditionName } from "../rules/condition-name";

const unreachable = [
  "test", "otherChannel", "otherCurrency", "wallet", "instalments", "giftCard", "severalPayments", "manualPayment", "noAddress", "tooSmall",
] as const;

/** What became of the offer on an order, in words for staff. */
export function replayReasonText(t: TFunction, reason: ReplayReason): string {
  switch (reason.group) {
    case "shown": return t("backtest:reason.shown");
    case "displaced": return t("backtest:reason.displaced");
    case "unreachable": {
      const known = unreachable.find((code) => code === reason.code);
      return known ? t(`backtest:unreachable.${known}`) : reason.code;
    }
    case "general": return countedReasonText(t, reason.code);
    case "courtesy":
    case "offer": break;
  }
  const { code } = reason;
  if (code === "ruleNotMet") return t("backtest:reason.ruleNotMet", { condition: conditionName(t, reason.kind ?? "") });
  if (code === "ruleUnknown") return t("backtest:reason.ruleUnknown", { condition: conditionName(t, reason.kind ?? "") });
  // Why a product was refused, where one reason was enough; else why the offer was.
  return isProductCode(code) ? productText(t, code, t("backtest:reason.product")) : countedReasonText(t, code);
}
