import type { ReplayReason } from "../../domain/backtest/result";
import { countedReasonText } from "../decisions/reason-counts-text";
import { isProductCode, productText } from "../decisions/reason-text";

const unreachable: Record<string, string> = {
  test: "A test order",
  otherChannel: "Not placed in the online store",
  otherCurrency: "Paid in another currency",
  wallet: "Paid with a wallet",
  instalments: "Paid in instalments",
  giftCard: "Paid with a gift card",
  severalPayments: "Paid in more than one way",
  manualPayment: "Paid by hand, not by card",
  noAddress: "No address to ship to",
  tooSmall: "Nothing, or too little, was paid",
};
const groups: Record<Exclude<ReplayReason["group"], "shown" | "displaced">, (code: string) => string> = {
  unreachable: (code) => (Object.hasOwn(unreachable, code) ? unreachable[code] ?? code : code),
  general: countedReasonText,
  courtesy: textOf,
  offer: textOf,
};

/** Why a product was refused, where one reason was enough; else why the offer was. */
function textOf(code: string): string {
  return isProductCode(code) ? `The product ${productText(code)}` : countedReasonText(code);
}

/** What became of the offer on an order, in words for staff; `condition` names the rule's deciding condition. */
export function replayReasonText(reason: ReplayReason, condition: (kind: string) => string): string {
  switch (reason.group) {
    case "shown": return "Would have been shown";
    case "displaced": return "Fitted, but another offer goes first";
    case "unreachable":
    case "courtesy":
    case "general":
    case "offer": break;
  }
  if (reason.code === "ruleNotMet") return `The order didn’t meet its rule: ${condition(reason.kind ?? "")}`;
  if (reason.code === "ruleUnknown") return `The page can’t know what its rule asks: ${condition(reason.kind ?? "")}`;
  return groups[reason.group](reason.code);
}
