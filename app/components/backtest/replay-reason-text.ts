import type { ReplayReason } from "../../domain/backtest/result";

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
const courtesy: Record<string, string> = {
  impressionCap: "The customer had seen as many offers as your limit allows",
  firstOrder: "A first order: only thanked",
  funnelEnded: "An offer had been shown on this purchase already",
};
const general: Record<string, string> = {
  holdOut: "The customer is in the hold-out",
  otherCurrency: "Paid in another currency",
  noOffers: "No offer for this page",
};
const offer: Record<string, string> = {
  missing: "The product isn’t in the catalogue",
  notActive: "The product isn’t active in Shopify",
  unpublished: "The product isn’t in the online store",
  giftCard: "The product is a gift card",
  free: "The product has no price left after the discount",
  soldOut: "The product is sold out today",
  inOrder: "The product was in the order already",
  noProduct: "None of its products could be offered",
  nothingFound: "Its strategy found no product from this order",
};
const texts: Record<ReplayReason["group"], Record<string, string>> = { unreachable, courtesy, general, offer, shown: {}, displaced: {} };

/** What became of the offer on an order, in words for staff; `condition` names the rule's deciding condition. */
export function replayReasonText(reason: ReplayReason, condition: (kind: string) => string): string {
  switch (reason.group) {
    case "shown": return "Would have been shown";
    case "displaced": return "Fitted, but another offer goes first";
    case "unreachable": return unreachable[reason.code] ?? reason.code;
    case "courtesy":
    case "general":
    case "offer": break;
  }
  if (reason.code === "ruleNotMet") return `The order didn’t meet its rule: ${condition(reason.kind ?? "")}`;
  if (reason.code === "ruleUnknown") return `The page can’t know what its rule asks: ${condition(reason.kind ?? "")}`;
  const group = texts[reason.group];
  return Object.hasOwn(group, reason.code) ? group[reason.code] ?? reason.code : reason.code;
}
