import { listSubscribedShops, lockBilling, readAccount, saveAccount } from "../../data/billing/account.server";
import type { AtShopify, BillingAccount } from "../../data/billing/account.server";
import { inTransaction } from "../../data/database.server";
import { addJobs } from "../../data/jobs/jobs.server";
import { standingOf, trialEndOf } from "../../domain/billing/subscription";
import type { Standing } from "../../domain/billing/subscription";
import type { ShopId } from "../../domain/shops/shop-id";
import { fetchBilling } from "../../shopify/billing/subscriptions.server";
import type { BillingAtShopify } from "../../shopify/billing/subscriptions.server";
import { reviewPause } from "./review-pause.server";

/**
 * Asks Shopify which subscription is in force and keeps the answer; events and return addresses only say when to ask.
 * Throws ShopifyApiError.
 */
export async function syncBilling(shop: ShopId, now: Date): Promise<{ account: BillingAccount; found: BillingAtShopify }> {
  const found = await fetchBilling(shop);
  await inTransaction(async (client) => {
    await lockBilling(shop, client);
    await saveAccount(shop, accountOf(standingOf(found.subscriptions), await readAccount(shop, client), found.billingCurrency, now), client);
  });
  await reviewPause(shop, now);
  return { account: await readAccount(shop), found };
}

function accountOf({ plan, status, subscription }: Standing, before: BillingAccount, billingCurrency: string, now: Date): AtShopify {
  if (!subscription) {
    const ended = { subscriptionId: null, lineItemId: null, subscribedAt: null, trialEndsAt: null, periodEndsAt: null, capMinor: null, usedMinor: null };
    return { ...before, ...ended, plan, status, isTest: false, currency: billingCurrency, syncedAt: now };
  }
  const isNew = subscription.id !== before.subscriptionId;
  const subscribedAt = isNew ? now : (before.subscribedAt ?? now);
  return {
    ...before, plan, status, subscribedAt,
    subscriptionId: subscription.id,
    lineItemId: subscription.usage?.lineItemId ?? null,
    isTest: subscription.isTest,
    currency: subscription.currency,
    trialEndsAt: trialEndOf(subscription, subscribedAt),
    // A frozen one has no period; the last known one goes on.
    periodEndsAt: subscription.periodEndsAt ?? (isNew ? null : before.periodEndsAt),
    capMinor: subscription.usage?.capMinor ?? null,
    usedMinor: subscription.usage?.usedMinor ?? null,
    trialStartedAt: before.trialStartedAt ?? (subscription.trialDays > 0 ? subscribedAt : null),
    billedTo: isNew ? now : before.billedTo,
    syncedAt: now,
  };
}

/** Asks anew for every shop with a subscription, in case an event about it was lost. */
export async function queueBillingSync(): Promise<void> {
  const shops = await listSubscribedShops();
  await addJobs(shops.map((shop) => ({ task: "billing.sync" as const, payload: { shop }, key: `billing sync ${shop}` })));
}
