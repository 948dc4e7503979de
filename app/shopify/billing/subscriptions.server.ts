import { z } from "zod";
import type { Subscription } from "../../domain/billing/subscription";
import type { ShopId } from "../../domain/shops/shop-id";
import { CurrencyCode, gid, nodes, parseRecord, recordMinor, Timestamp } from "../../domain/sync/shopify-fields";
import { adminGraphql } from "../shops/admin-client.server";
import { BILLING } from "./billing.operations";

const Line = z.object({
  id: z.string().min(1),
  plan: z.object({
    pricingDetails: z.discriminatedUnion("__typename", [
      z.object({ __typename: z.literal("AppRecurringPricing"), price: z.object({ currencyCode: CurrencyCode }) }),
      z.object({ __typename: z.literal("AppUsagePricing"), cappedAmount: z.object({ amount: z.string(), currencyCode: CurrencyCode }), balanceUsed: z.object({ amount: z.string() }) }),
    ]),
  }),
});

const Node = z.object({
  id: gid("AppSubscription"),
  status: z.enum(["PENDING", "ACTIVE", "DECLINED", "EXPIRED", "FROZEN", "CANCELLED", "ACCEPTED"]),
  test: z.boolean(),
  trialDays: z.int().nonnegative(),
  createdAt: Timestamp,
  currentPeriodEnd: Timestamp.nullish(),
  lineItems: z.array(Line),
});

const Reply = z.object({
  shopBillingPreferences: z.object({ currency: CurrencyCode }),
  currentAppInstallation: z.object({ activeSubscriptions: z.array(Node), allSubscriptions: nodes(Node) }),
});

export interface BillingAtShopify {
  /** What the merchant pays apps in. */
  billingCurrency: string;
  /** Newest first; what is in force is always among them. */
  subscriptions: Subscription[];
}

/** The shop's subscriptions to this app as they are at this moment. Throws ShopifyApiError. */
export async function fetchBilling(shop: ShopId): Promise<BillingAtShopify> {
  const { shopBillingPreferences: { currency }, currentAppInstallation: installation } = parseRecord("billing", Reply, await adminGraphql<unknown>(shop, BILLING));
  const found = new Map([...installation.activeSubscriptions, ...installation.allSubscriptions].map((node) => [node.id, node]));
  const subscriptions = [...found.values()].map(subscriptionOf).sort((one, other) => other.createdAt.getTime() - one.createdAt.getTime() || other.id - one.id);
  return { billingCurrency: currency, subscriptions };
}

function subscriptionOf({ id, status, test, trialDays, createdAt, currentPeriodEnd, lineItems }: z.infer<typeof Node>): Subscription {
  let currency = "USD";
  let usage: Subscription["usage"] = null;
  for (const { id: lineItemId, plan: { pricingDetails: details } } of lineItems) {
    currency = details.__typename === "AppUsagePricing" ? details.cappedAmount.currencyCode : details.price.currencyCode;
    if (details.__typename !== "AppUsagePricing") continue;
    const minor = (field: string, decimal: string) => recordMinor("subscription", field, decimal, currency);
    usage = { lineItemId, capMinor: minor("cappedAmount", details.cappedAmount.amount), usedMinor: minor("balanceUsed", details.balanceUsed.amount) };
  }
  return { id, status, isTest: test, trialDays, createdAt, periodEndsAt: currentPeriodEnd ?? null, currency, usage };
}
