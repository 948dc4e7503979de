import { balanceUsed } from "../../store/billing-model";
import type { AppSubscription } from "../../store/billing-model";
import { gid } from "../../store/ids";
import type { Shop } from "../../store/model";
import { formatFixed } from "../../store/money";
import { restTime } from "./dates";

/** Of app_subscriptions/update and app_subscriptions/approaching_capped_amount. */
export function subscriptionPayload(shop: Shop, subscription: AppSubscription, topic: string, at: number): Record<string, unknown> {
  const usage = subscription.lines.find(({ kind }) => kind === "usage");
  const amount = (minor: number) => formatFixed(minor, subscription.currency);
  const common = {
    admin_graphql_api_id: gid("AppSubscription", subscription.id),
    name: subscription.name,
    admin_graphql_api_shop_id: gid("Shop", shop.id),
    created_at: restTime(subscription.createdAt, shop.timezone),
    updated_at: restTime(at, shop.timezone),
    capped_amount: usage ? amount(usage.amount) : null,
  };
  if (topic === "app_subscriptions/approaching_capped_amount") {
    return { app_subscription: { ...common, balance_used: usage ? amount(balanceUsed(subscription, usage, at)) : null, currency_code: subscription.currency } };
  }
  return { app_subscription: { ...common, status: subscription.status, currency: subscription.currency } };
}
