import { DateTime } from "luxon";
import type { AppIdentity } from "../../app/app-identity";
import { gid } from "../../store/ids";
import type { AppInstallation, WebhookSubscription } from "../../store/installation-model";
import type { Customer, Shop } from "../../store/model";
import { Connection } from "../connection";
import type { FieldTable } from "../context";
import { Typed, fields } from "../context";
import { dateTime, money } from "../values";
import { ONLINE_STORE_APP } from "./agreements";
import { installationBilling } from "./billing";
import { metafieldFields } from "./metafields";

const PLAN_TITLES = { basic: "Basic", grow: "Grow", advanced: "Advanced", plus: "Shopify Plus" } as const;

const offset = (shop: Shop) => DateTime.now().setZone(shop.timezone).offset;

const shop = fields<Shop>({
  ...metafieldFields<Shop>("Shop"),
  id: ({ id }) => gid("Shop", id),
  name: ({ name }) => name,
  email: ({ email }) => email,
  contactEmail: ({ email }) => email,
  shopOwnerName: ({ name }) => `${name} Owner`,
  myshopifyDomain: ({ domain }) => domain,
  primaryDomain: ({ id, domain }) => ({ id: gid("Domain", id), host: domain, url: `https://${domain}`, sslEnabled: true }),
  url: ({ domain }) => `https://${domain}`,
  currencyCode: ({ currency }) => currency,
  enabledPresentmentCurrencies: ({ currency }) => [currency],
  currencyFormats: ({ currency }) => ({ moneyFormat: `{{amount}} ${currency}`, moneyWithCurrencyFormat: `{{amount}} ${currency}`, moneyInEmailsFormat: `{{amount}} ${currency}`, moneyWithCurrencyInEmailsFormat: `{{amount}} ${currency}` }),
  ianaTimezone: ({ timezone }) => timezone,
  timezoneOffsetMinutes: offset,
  timezoneOffset: (source) => DateTime.now().setZone(source.timezone).toFormat("ZZZ"),
  timezoneAbbreviation: (source) => DateTime.now().setZone(source.timezone).toFormat("ZZZZ"),
  taxesIncluded: ({ taxesIncluded }) => taxesIncluded,
  taxShipping: () => false,
  setupRequired: () => false,
  weightUnit: () => "KILOGRAMS",
  unitSystem: () => "METRIC_SYSTEM",
  plan: ({ plan, isDevelopment }) => ({ displayName: PLAN_TITLES[plan], publicDisplayName: PLAN_TITLES[plan], partnerDevelopment: isDevelopment, shopifyPlus: plan === "plus" }),
  shopAddress: ({ id, countryCode }) => ({ id: gid("ShopAddress", id), countryCode, countryCodeV2: countryCode, country: countryCode }),
  billingAddress: ({ id, countryCode }) => ({ id: gid("ShopAddress", id), countryCode, countryCodeV2: countryCode, country: countryCode }),
  shipsToCountries: ({ countryCode }) => [countryCode],
  orderNumberFormatPrefix: () => "#",
  orderNumberFormatSuffix: () => "",
  createdAt: ({ createdAt }) => dateTime(createdAt),
  updatedAt: ({ createdAt }) => dateTime(createdAt),
});

const scopesOf = (handles: readonly string[]) => handles.map((handle) => ({ handle, description: handle }));

const app = fields<AppIdentity | { id: number; name: string; handle: string; apiKey: string }>({
  id: ({ id }) => gid("App", id),
  title: ({ name }) => name,
  handle: ({ handle }) => handle,
  apiKey: ({ apiKey }) => apiKey,
  embedded: () => true,
  shopifyDeveloped: ({ id }) => id === ONLINE_STORE_APP,
  installation: ({ id }, _args, context) => (id === context.app.id ? context.shop.installation : null),
  requestedAccessScopes: (source) => ("scopes" in source ? scopesOf(source.scopes) : []),
  isPostPurchaseAppInUse: ({ id }, _args, context) => id === context.app.id && context.shop.installation !== null,
  webhookApiVersion: (source) => ("apiVersion" in source ? source.apiVersion : "2026-10"),
});

const installation = fields<AppInstallation>({
  ...metafieldFields<AppInstallation>("AppInstallation"),
  id: ({ id }) => gid("AppInstallation", id),
  accessScopes: ({ scopes }) => scopesOf(scopes),
  app: (_source, _args, context) => context.app,
  ...installationBilling,
  launchUrl: (_source, _args, context) => context.app.url,
  uninstallUrl: () => null,
});

const customer = fields<Customer>({
  ...metafieldFields<Customer>("Customer"),
  id: ({ id }) => gid("Customer", id),
  legacyResourceId: ({ id }) => String(id),
  email: ({ email }) => email,
  defaultEmailAddress: ({ email }) => ({ emailAddress: email, marketingState: "NOT_SUBSCRIBED", validFormat: true }),
  displayName: ({ firstName, lastName, email }) => `${firstName} ${lastName}`.trim() || email,
  firstName: ({ firstName }) => firstName || null,
  lastName: ({ lastName }) => lastName || null,
  locale: ({ locale }) => locale,
  tags: ({ tags }) => tags,
  numberOfOrders: ({ ordersCount }) => String(ordersCount),
  amountSpent: ({ amountSpent }, _args, context) => money(amountSpent, context.shop.currency),
  state: () => "DISABLED",
  verifiedEmail: () => true,
  note: () => null,
  phone: () => null,
  createdAt: ({ createdAt }) => dateTime(createdAt),
  updatedAt: ({ updatedAt }) => dateTime(updatedAt),
  orders: ({ id }, args, context) => {
    const orders = [...context.shop.orders.values()].filter((order) => order.customerId === id);
    return new Connection(args.reverse ? orders.reverse() : orders, args, (order) => order.id);
  },
});

/** "orders/create" as the enumeration has it: ORDERS_CREATE; "customer.tags_added": CUSTOMER_TAGS_ADDED. */
export function topicEnum(topic: string): string {
  return topic.replaceAll(/[/.]/g, "_").toUpperCase();
}

const subscription = fields<WebhookSubscription>({
  id: ({ id }) => gid("WebhookSubscription", id),
  legacyResourceId: ({ id }) => String(id),
  topic: ({ topic }) => topicEnum(topic),
  uri: ({ uri }) => uri,
  callbackUrl: ({ uri }) => uri,
  endpoint: ({ uri }) => new Typed("WebhookHttpEndpoint", { callbackUrl: uri }),
  filter: ({ filter }) => filter,
  format: () => "JSON",
  includeFields: ({ includeFields }) => includeFields,
  metafieldNamespaces: () => [],
  metafields: () => [],
  name: ({ name }) => name,
  apiVersion: (_source, _args, context) => ({ handle: context.app.apiVersion, displayName: context.app.apiVersion, supported: true }),
  createdAt: ({ createdAt }) => dateTime(createdAt),
  updatedAt: ({ createdAt }) => dateTime(createdAt),
});

export const shopFields: Readonly<Record<string, FieldTable>> = {
  Shop: shop,
  App: app,
  AppInstallation: installation,
  Customer: customer,
  WebhookSubscription: subscription,
};
