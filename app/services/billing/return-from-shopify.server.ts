import { standingOf } from "../../domain/billing/subscription";
import type { ShopId } from "../../domain/shops/shop-id";
import { log } from "../../log.server";
import { ShopifyApiError } from "../../shopify/shops/shopify-api-error.server";
import { syncBilling } from "./sync-billing.server";

export type Answer = "approved" | "declined" | "unknown";

/** How the merchant answered a charge, by what Shopify says of it now; the address they came back by proves nothing. */
export async function readAnswer(shop: ShopId, chargeId: number | null, now: Date): Promise<Answer> {
  const subscriptions = await syncBilling(shop, now).then(({ found }) => found.subscriptions).catch((thrown: unknown) => {
    if (!(thrown instanceof ShopifyApiError)) throw thrown;
    // The event that follows tells it later.
    log.warn({ shop, err: thrown }, "Shopify did not say how a charge was answered");
    return [];
  });
  const answered = subscriptions.find(({ id }) => id === chargeId);
  if (!answered) return "unknown";
  return standingOf(subscriptions).subscription?.id === answered.id ? "approved" : "declined";
}
