import type { PastOrder } from "./past-order";

/** Why Shopify never shows a one-click page on an order, as far as the mirrored order tells. */
export type UnreachableReason = "test" | "otherChannel" | "otherCurrency" | "wallet" | "instalments" | "giftCard" | "severalPayments" | "manualPayment" | "noAddress" | "tooSmall";

/** What of an order tells whether a page could appear. */
export type ReachFacts = Pick<PastOrder, "sourceName" | "gateways" | "countryCode" | "currency" | "totalMinor" | "test">;

const INSTALMENTS = /klarna|afterpay|clearpay|affirm|zip|sezzle|laybuy|installment|instalment|paidy|scalapay/;
const WALLETS = /paypal|amazon|apple|google|shop_?cash|venmo|alipay|wechat/;
const BY_HAND = /manual|cash on delivery|\bcod\b|bank (deposit|transfer)|money order|invoice/;
/** Shopify states the minimum in US dollars and no rule for other currencies; elsewhere only a free order is sure. */
const leastUsDollarCents = 50;

/**
 * The first sure or likely cause that kept the one-click page away, or null when the mirror shows none. A mirrored order
 * tells gateway names, not the wallet used through one (Apple Pay runs as a card), not the presentment currency, duties
 * or local delivery: so what is counted here is the least, and more orders may never have seen a page.
 */
export function unreachableReason(order: ReachFacts, shopCurrency: string): UnreachableReason | null {
  if (order.test) return "test";
  if (order.sourceName !== "" && order.sourceName !== "web") return "otherChannel";
  if (order.currency !== shopCurrency) return "otherCurrency";
  const ofPayment = paymentReason(order.gateways);
  if (ofPayment) return ofPayment;
  if (order.totalMinor <= 0 || (order.currency === "USD" && order.totalMinor < leastUsDollarCents)) return "tooSmall";
  return order.countryCode === null ? "noAddress" : null;
}

/** By the list of gateways, which many orders share. */
const known = new WeakMap<readonly string[], UnreachableReason | "none">();

function paymentReason(gateways: readonly string[]): UnreachableReason | null {
  let reason = known.get(gateways);
  if (reason === undefined) known.set(gateways, (reason = reasonOfPayment(gateways.map((gateway) => gateway.toLowerCase())) ?? "none"));
  return reason === "none" ? null : reason;
}

function reasonOfPayment(gateways: readonly string[]): UnreachableReason | null {
  if (gateways.some((gateway) => INSTALMENTS.test(gateway))) return "instalments";
  if (gateways.some((gateway) => WALLETS.test(gateway))) return "wallet";
  if (gateways.some((gateway) => gateway.includes("gift_card") || gateway.includes("gift card"))) return "giftCard";
  if (gateways.some((gateway) => BY_HAND.test(gateway))) return "manualPayment";
  return new Set(gateways).size > 1 ? "severalPayments" : null;
}
