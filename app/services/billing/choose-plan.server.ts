import { readAccount } from "../../data/billing/account.server";
import type { BillingAccount } from "../../data/billing/account.server";
import { findShop } from "../../data/shops/shops.server";
import type { Money } from "../../domain/money/money";
import type { PaidPlan } from "../../domain/billing/plans";
import { canChargeUsage, flatPrice, PLAN_NAMES, TRIAL_DAYS, USAGE_BASIS_POINTS } from "../../domain/billing/plans";
import { parseCap } from "../../domain/billing/requests";
import { trialDaysLeft } from "../../domain/billing/subscription";
import type { Price } from "../../shopify/billing/charges.server";
import { BillingRefused, cancelSubscription, proposeCap, proposeSubscription } from "../../shopify/billing/charges.server";
import type { StaffAccess } from "../../shopify/shops/staff-access.server";
import { appAddress } from "../../shopify/shops/app-address.server";
import { ShopifyApiError } from "../../shopify/shops/shopify-api-error.server";
import { billUsage } from "./bill-usage.server";
import { syncBilling } from "./sync-billing.server";

export type PlanError =
  | { code: "notAllowed" }
  | { code: "badCap" }
  | { code: "otherCurrency" }
  | { code: "noChange" }
  | { code: "notOnUsage" }
  /** In Shopify's own words. */
  | { code: "refused"; message: string }
  | { code: "unreachable" };

export type PlanOutcome = { confirmationUrl: string } | { done: true } | { error: PlanError };

/**
 * Begins the change to a plan: the address at Shopify where the merchant agrees, or done where nothing has to be agreed
 * to. What is due on the usage plan is charged before it ends; trial days that were used are not given again.
 */
export async function choosePlan(staff: StaffAccess, wanted: { plan: "free" | "flat" } | { plan: "usage"; cap: string }, now: Date): Promise<PlanOutcome> {
  const { shop } = staff;
  return refusals(async () => {
    const [{ account, found }, installation] = await Promise.all([syncBilling(shop, now), findShop(shop)]);
    const shopCurrency = installation?.currency ?? "USD";
    if (wanted.plan === account.plan && account.status === "active") return { error: { code: "noChange" } };
    if (wanted.plan === "free") return toFree(staff, account, now);

    const price = priceOf(wanted, shopCurrency, found.billingCurrency);
    if ("code" in price) return { error: price };
    if (account.plan === "usage") await billUsage(shop, now);
    return { confirmationUrl: await propose(staff, wanted.plan, price, account, installation?.isDevelopment ?? false, now) };
  });
}

async function toFree(staff: StaffAccess, account: BillingAccount, now: Date): Promise<PlanOutcome> {
  if (account.subscriptionId === null) return { error: { code: "noChange" } };
  if (account.plan === "usage" && account.status === "active") await billUsage(staff.shop, now);
  await cancelSubscription(staff, account.subscriptionId);
  await syncBilling(staff.shop, now);
  return { done: true };
}

function priceOf(wanted: { plan: "flat" } | { plan: "free" } | { plan: "usage"; cap: string }, shopCurrency: string, billingCurrency: string): Price | PlanError {
  if (wanted.plan !== "usage") return { kind: "flat", price: flatPrice(billingCurrency) };
  if (!canChargeUsage(shopCurrency, billingCurrency)) return { code: "otherCurrency" };
  const minor = parseCap(wanted.cap, billingCurrency);
  if (minor === null) return { code: "badCap" };
  return { kind: "usage", cap: { minor, currency: billingCurrency }, terms: `${String(USAGE_BASIS_POINTS / 100)} % of the revenue that Encore's offers add, net of refunds, tax and shipping` };
}

function propose(staff: StaffAccess, plan: PaidPlan, price: Price, account: BillingAccount, isDevelopment: boolean, now: Date): Promise<string> {
  return proposeSubscription(staff, {
    name: PLAN_NAMES[plan], price, isTest: isDevelopment,
    trialDays: trialDaysLeft(account.trialStartedAt, TRIAL_DAYS, now),
    returnUrl: appAddress(staff.shop, "/app/billing/return"),
  });
}

/** Asks the merchant to agree to another cap. */
export async function changeCap(staff: StaffAccess, cap: string): Promise<PlanOutcome> {
  return refusals(async () => {
    const { lineItemId, currency, capMinor } = await readAccount(staff.shop);
    if (lineItemId === null) return { error: { code: "notOnUsage" } };
    const minor = parseCap(cap, currency);
    if (minor === null) return { error: { code: "badCap" } };
    if (minor === capMinor) return { error: { code: "noChange" } };
    const wanted: Money = { minor, currency };
    return { confirmationUrl: await proposeCap(staff, lineItemId, wanted) };
  });
}

async function refusals(work: () => Promise<PlanOutcome>): Promise<PlanOutcome> {
  try {
    return await work();
  } catch (thrown) {
    if (thrown instanceof BillingRefused) return { error: { code: "refused", message: thrown.message } };
    if (thrown instanceof ShopifyApiError) return { error: { code: thrown.code === "accessDenied" ? "notAllowed" : "unreachable" } };
    throw thrown;
  }
}
