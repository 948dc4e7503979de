import type { TFunction } from "i18next";

const channels = ["web", "pos", "shopify_draft_order", "iphone", "android"] as const;

/** Where an order came from, as Shopify's own admin calls it; what is not known keeps the word it came with. */
export function channelText(t: TFunction, sourceName: string): string {
  const known = channels.find((channel) => channel === sourceName);
  if (known) return t(`activity:channel.${known}`);
  return /^\d+$/.test(sourceName) ? t("activity:channel.app", { id: sourceName }) : sourceName;
}

/** "Shopify Payments" for "shopify_payments": a gateway's name, which is the same in every language. */
export function gatewayText(gateway: string): string {
  if (gateway === "paypal") return "PayPal";
  return gateway.split("_").map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(" ");
}
