import { GraphQLError } from "graphql";
import { textOf } from "../../input/text-of";
import { cancelSubscription, createSubscriptionCharge, proposeCap, recordUsage } from "../../store/billing";
import type { AppSubscription, SubscriptionLine, UsageRecord } from "../../store/billing-model";
import { balanceUsed, cycleOf } from "../../store/billing-model";
import { gid } from "../../store/ids";
import type { AppInstallation } from "../../store/installation-model";
import { parseDecimal } from "../../store/money";
import { Connection } from "../connection";
import type { Args, FieldTable, GraphqlContext } from "../context";
import { Typed, fields } from "../context";
import { tableOf, tablesOf } from "../discount-input";
import { dateTime, money } from "../values";

interface LineSource {
  subscription: AppSubscription;
  line: SubscriptionLine;
}

/** Online tokens act for a person, whose own permissions count. */
function requireBilling(context: GraphqlContext, field: string): void {
  if (context.mayBill) return;
  throw new GraphQLError(`Access denied for ${field} field. Required access: The staff member must have permission to manage app billing or approve app charges.`, { extensions: { code: "ACCESS_DENIED" } });
}

const lineGid = ({ subscription, line }: LineSource) => `${gid("AppSubscriptionLineItem", subscription.id)}?v=1&index=${line.index}`;

function parseLineGid(value: unknown): { id: number; index: number } {
  const [, id, index] = /^gid:\/\/shopify\/AppSubscriptionLineItem\/(\d+)\?v=1&index=(\d+)$/.exec(String(value)) ?? [];
  return { id: Number(id ?? 0), index: Number(index ?? 0) };
}

function confirmationUrl({ store, shop }: GraphqlContext, id: number): string {
  return `${store.origin}/admin/store/${shop.handle}/charges/${id}/confirm`;
}

/** Runs a change; what Shopify objects to becomes its userErrors. */
function change(context: GraphqlContext, name: string, empty: Record<string, null>, run: () => Record<string, unknown>): Record<string, unknown> {
  requireBilling(context, name);
  try {
    return { ...run(), userErrors: [] };
  } catch (error) {
    return { ...empty, userErrors: [{ field: ["base"], message: error instanceof Error ? error.message : String(error) }] };
  }
}

function newLine(input: Record<string, unknown>, currencies: Set<string>): Pick<SubscriptionLine, "kind" | "amount" | "terms"> {
  const plan = tableOf(input["plan"]);
  const usage = tableOf(plan["appUsagePricingDetails"]);
  const kind = plan["appUsagePricingDetails"] ? "usage" : "recurring";
  const price = tableOf(kind === "usage" ? usage["cappedAmount"] : tableOf(plan["appRecurringPricingDetails"])["price"]);
  const currency = String(price["currencyCode"]);
  currencies.add(currency);
  return { kind, amount: parseDecimal(String(price["amount"]), currency), terms: textOf(usage["terms"]) };
}

function create(args: Args, context: GraphqlContext): Record<string, unknown> {
  const { store, shop } = context;
  return change(context, "appSubscriptionCreate", { appSubscription: null, confirmationUrl: null }, () => {
    const currencies = new Set<string>();
    const lines = tablesOf(args["lineItems"]).map((line) => newLine(line, currencies));
    const [currency = "USD", another] = currencies;
    if (another !== undefined) throw new Error("All pricing plans must use the same currency");
    if (currency !== "USD" && currency !== shop.billing.currency) throw new Error(`Currency must be USD or the billing currency of the shop, ${shop.billing.currency}`);
    const subscription = createSubscriptionCharge(store, {
      shop: shop.domain,
      subscription: {
        name: String(args["name"]), test: args["test"] === true, trialDays: Number(args["trialDays"] ?? 0), currency, returnUrl: String(args["returnUrl"]), lines,
        replacementBehavior: args["replacementBehavior"] === "APPLY_IMMEDIATELY" ? "APPLY_IMMEDIATELY" : args["replacementBehavior"] === "APPLY_ON_NEXT_BILLING_CYCLE" ? "APPLY_ON_NEXT_BILLING_CYCLE" : "STANDARD",
      },
    });
    return { appSubscription: subscription, confirmationUrl: confirmationUrl(context, subscription.id) };
  });
}

export const billingMutations: FieldTable = fields<unknown>({
  appSubscriptionCreate: (_root, args, context) => create(args, context),
  appSubscriptionCancel: (_root, args, context) => change(context, "appSubscriptionCancel", { appSubscription: null }, () => {
    const id = Number(/^gid:\/\/shopify\/AppSubscription\/(\d+)$/.exec(String(args["id"]))?.[1] ?? 0);
    return { appSubscription: cancelSubscription(context.store, { shop: context.shop.domain, id, prorate: args["prorate"] === true }) };
  }),
  appSubscriptionLineItemUpdate: (_root, args, context) => change(context, "appSubscriptionLineItemUpdate", { appSubscription: null, confirmationUrl: null }, () => {
    const { id, index } = parseLineGid(args["id"]);
    const cap = tableOf(args["cappedAmount"]);
    const subscription = proposeCap(context.store, { shop: context.shop.domain, id, index, amount: parseDecimal(String(cap["amount"]), String(cap["currencyCode"])) });
    return { appSubscription: subscription, confirmationUrl: confirmationUrl(context, id) };
  }),
  appUsageRecordCreate: (_root, args, context) => change(context, "appUsageRecordCreate", { appUsageRecord: null }, () => {
    const { id, index } = parseLineGid(args["subscriptionLineItemId"]);
    const price = tableOf(args["price"]);
    const { subscriptions } = context.shop.billing;
    const subscription = subscriptions.find((known) => known.id === id);
    if (!subscription || price["currencyCode"] !== subscription.currency) throw new Error("Price must be in the currency of the subscription");
    const record = recordUsage(context.store, {
      shop: context.shop.domain, id, index, amount: parseDecimal(String(price["amount"]), subscription.currency), description: String(args["description"]),
      idempotencyKey: typeof args["idempotencyKey"] === "string" ? args["idempotencyKey"] : null,
    });
    return { appUsageRecord: { subscription, line: subscription.lines[index], record } };
  }),
});

export const billingQueries: FieldTable = fields<unknown>({
  shopBillingPreferences: (_root, _args, { shop }) => ({ currency: shop.billing.currency }),
});

/** What an installation says of its subscriptions. */
export const installationBilling = {
  activeSubscriptions: (_source: AppInstallation, _args: Args, { shop }: GraphqlContext) => shop.billing.subscriptions.filter(({ status }) => status === "ACTIVE"),
  allSubscriptions: (_source: AppInstallation, args: Args, { shop }: GraphqlContext) => {
    const all = args["reverse"] === true ? [...shop.billing.subscriptions].reverse() : shop.billing.subscriptions;
    return new Connection(all, args, ({ id }) => id);
  },
};

const usageRecord = fields<LineSource & { record: UsageRecord }>({
  id: ({ record }) => gid("AppUsageRecord", record.id),
  createdAt: ({ record }) => dateTime(record.createdAt),
  description: ({ record }) => record.description,
  idempotencyKey: ({ record }) => record.idempotencyKey,
  price: ({ subscription, record }) => money(record.amount, subscription.currency),
  subscriptionLineItem: ({ subscription, line }) => ({ subscription, line }),
});

export const billingFields: Readonly<Record<string, FieldTable>> = {
  ShopBillingPreferences: fields<{ currency: string }>({ currency: ({ currency }) => currency }),
  AppSubscription: fields<AppSubscription>({
    id: ({ id }) => gid("AppSubscription", id),
    name: ({ name }) => name,
    status: ({ status }) => status,
    test: ({ test }) => test,
    trialDays: ({ trialDays }) => trialDays,
    returnUrl: ({ returnUrl }) => returnUrl,
    createdAt: ({ createdAt }) => dateTime(createdAt),
    currentPeriodEnd: (subscription, _args, { store }) => {
      const cycle = subscription.status === "ACTIVE" ? cycleOf(subscription, store.clock.now()) : null;
      return cycle && dateTime(cycle.end);
    },
    lineItems: (subscription) => subscription.lines.map((line) => ({ subscription, line })),
  }),
  AppSubscriptionLineItem: fields<LineSource>({
    id: lineGid,
    plan: (source) => source,
    usageRecords: ({ subscription, line }, args) => {
      const all = args["reverse"] === true ? [...line.records].reverse() : line.records;
      return new Connection(all.map((record) => ({ subscription, line, record })), args, ({ record }) => record.id);
    },
  }),
  AppPlanV2: fields<LineSource>({ pricingDetails: (source) => new Typed(source.line.kind === "usage" ? "AppUsagePricing" : "AppRecurringPricing", source) }),
  AppRecurringPricing: fields<LineSource>({
    interval: () => "EVERY_30_DAYS",
    discount: () => null,
    planHandle: () => null,
    price: ({ subscription, line }) => money(line.amount, subscription.currency),
  }),
  AppUsagePricing: fields<LineSource>({
    interval: () => "EVERY_30_DAYS",
    terms: ({ line }) => line.terms,
    cappedAmount: ({ subscription, line }) => money(line.amount, subscription.currency),
    balanceUsed: ({ subscription, line }, _args, { store }) => money(balanceUsed(subscription, line, store.clock.now()), subscription.currency),
  }),
  AppUsageRecord: usageRecord,
};
