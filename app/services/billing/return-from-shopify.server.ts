import { standingOf } from "../../domain/billing/subscription";
import type { ShopId } from "../../domain/shops/shop-id";
import { syncBilling } from "./sync-billing.server";

export type Answer = "approved" | "declined" | "unknown";

/** How the merchant answered a charge, by what Shopify says of it now; the address they came back by proves nothing. */
export async function readAnswer(shop: ShopId, chargeId: number | null, now: Date): Promise<Answer> {
  const { found: { subscriptions } } = await syncBilling(shop, now);
  const answered = subscriptions.find(({ id }) => id === chargeId);
  if (!answered) return "unknown";
  return standingOf(subscriptions).subscription?.id === answered.id ? "approved" : "declined";
}
