import { unreachableReason } from "../backtest/unreachable";
import type { UnreachableReason } from "../backtest/unreachable";
import type { PastOrder } from "../backtest/past-order";

/** Why no decision was asked for an order, as far as can be told afterwards. */
export type LikelyReason = UnreachableReason | "beforeInstallation" | "pageSkipped";

/**
 * The most likely reason for an order on which Encore was never asked. It is called likely on purpose: the mirror keeps no
 * trace of what Shopify thought. Without a better one Shopify left the page out, as it does for wallets that run as
 * cards, under load, or when the shopper went on before the page came.
 */
export function likelyReason(
  order: Pick<PastOrder, "sourceName" | "gateways" | "countryCode" | "currency" | "totalMinor" | "test" | "processedAt">, shop: { currency: string; installedAt: Date },
): LikelyReason {
  if (order.processedAt < shop.installedAt) return "beforeInstallation";
  return unreachableReason(order, shop.currency) ?? "pageSkipped";
}
