import { z } from "zod";
import type { Money } from "../../domain/money/money";
import { toDecimalString } from "../../domain/money/money";
import type { ShopId } from "../../domain/shops/shop-id";
import { parseRecord } from "../../domain/sync/shopify-fields";
import { adminGraphql } from "../shops/admin-client.server";
import { staffGraphql } from "../shops/staff-client.server";
import type { StaffAccess } from "../shops/staff-access.server";
import { CANCEL_SUBSCRIPTION, CHANGE_CAP, CREATE_SUBSCRIPTION, RECORD_USAGE, USAGE_RECORDS } from "./billing.operations";

const userErrors = z.array(z.object({ message: z.string() }));
const Confirmable = z.object({ confirmationUrl: z.url().nullable(), userErrors });

const money = ({ minor, currency }: Money) => ({ amount: toDecimalString(minor, currency), currencyCode: currency });

/** What Shopify objects to, in its own words. */
export class BillingRefused extends Error {
  override readonly name = "BillingRefused";
}

/** A charge to agree to: a flat price, or up to a cap on stated terms. */
export type Price = { kind: "flat"; price: Money } | { kind: "usage"; cap: Money; terms: string };

export interface SubscriptionProposal {
  name: string;
  price: Price;
  trialDays: number;
  isTest: boolean;
  returnUrl: string;
}

/**
 * Proposes a subscription on behalf of a member of staff; the address where the merchant agrees to it, or does not. Throws
 * BillingRefused, and ShopifyApiError: `accessDenied` when this person may not manage charges.
 */
export async function proposeSubscription(staff: StaffAccess, { name, price, trialDays, isTest, returnUrl }: SubscriptionProposal): Promise<string> {
  const plan = price.kind === "flat"
    ? { appRecurringPricingDetails: { price: money(price.price), interval: "EVERY_30_DAYS" } }
    : { appUsagePricingDetails: { cappedAmount: money(price.cap), terms: price.terms } };
  const reply = await staffGraphql(staff, CREATE_SUBSCRIPTION, { name, returnUrl, test: isTest, trialDays, lineItems: [{ plan }], replacementBehavior: "APPLY_IMMEDIATELY" });
  return addressOf(parseRecord("charge", z.object({ appSubscriptionCreate: Confirmable }), reply).appSubscriptionCreate);
}

/** Proposes another cap; as above. */
export async function proposeCap(staff: StaffAccess, lineItemId: string, cap: Money): Promise<string> {
  const reply = await staffGraphql(staff, CHANGE_CAP, { id: lineItemId, cap: money(cap) });
  return addressOf(parseRecord("charge", z.object({ appSubscriptionLineItemUpdate: Confirmable }), reply).appSubscriptionLineItemUpdate);
}

function addressOf({ confirmationUrl, userErrors: errors }: z.infer<typeof Confirmable>): string {
  if (confirmationUrl !== null && errors.length === 0) return confirmationUrl;
  throw new BillingRefused(errors.map(({ message }) => message).join("; ") || "Shopify gave no address to confirm at");
}

/** Ends a subscription at once; what was paid ahead and not used is credited. Throws BillingRefused and ShopifyApiError. */
export async function cancelSubscription(staff: StaffAccess, id: number): Promise<void> {
  const reply = await staffGraphql(staff, CANCEL_SUBSCRIPTION, { id: `gid://shopify/AppSubscription/${String(id)}`, prorate: true });
  const { appSubscriptionCancel: { userErrors: errors } } = parseRecord("charge", z.object({ appSubscriptionCancel: z.object({ userErrors }) }), reply);
  if (errors.length > 0) throw new BillingRefused(errors.map(({ message }) => message).join("; "));
}

/** The same without a person who asks: before everything of a shop is deleted. What has ended already is no fault. */
export async function endSubscription(shop: ShopId, id: number): Promise<void> {
  await adminGraphql<unknown>(shop, CANCEL_SUBSCRIPTION, { id: `gid://shopify/AppSubscription/${String(id)}`, prorate: true });
}

export interface UsageCharge {
  lineItemId: string;
  amount: Money;
  description: string;
  /** Shopify makes one record a key, however often it is asked. */
  key: string;
}

/** Charges usage; the record's id. Throws BillingRefused, and ShopifyApiError when it is not known whether it was made. */
export async function recordUsage(shop: ShopId, { lineItemId, amount, description, key }: UsageCharge): Promise<string> {
  const reply = await adminGraphql<unknown>(shop, RECORD_USAGE, { lineItemId, price: money(amount), description, key });
  const Made = z.object({ appUsageRecordCreate: z.object({ appUsageRecord: z.object({ id: z.string() }).nullable(), userErrors }) });
  const { appUsageRecordCreate: { appUsageRecord: record, userErrors: errors } } = parseRecord("usage record", Made, reply);
  if (record) return record.id;
  throw new BillingRefused(errors.map(({ message }) => message).join("; ") || "Shopify made no usage record");
}

/** The record of a key among the newest ones; null when there is none. */
export async function findUsageRecord(shop: ShopId, key: string): Promise<string | null> {
  const Records = z.object({ nodes: z.array(z.object({ id: z.string(), idempotencyKey: z.string().nullable() })) });
  const Reply = z.object({ currentAppInstallation: z.object({ activeSubscriptions: z.array(z.object({ lineItems: z.array(z.object({ usageRecords: Records })) })) }) });
  const { currentAppInstallation: { activeSubscriptions } } = parseRecord("usage records", Reply, await adminGraphql<unknown>(shop, USAGE_RECORDS));
  const records = activeSubscriptions.flatMap(({ lineItems }) => lineItems.flatMap(({ usageRecords }) => usageRecords.nodes));
  return records.find(({ idempotencyKey }) => idempotencyKey === key)?.id ?? null;
}
