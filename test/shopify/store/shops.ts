import { noChoices } from "./merchant";
import { exponentOf } from "./money";
import { noDiscountNodes } from "./discounts/model";
import type { DiscountCode, PlanName, Shop } from "./model";
import { defineCommand } from "./store";

export interface NewShop {
  handle: string;
  name?: string;
  currency?: string;
  timezone?: string;
  countryCode?: string;
  locale?: string;
  plan?: PlanName;
  taxesIncluded?: boolean;
  /** Flat rates of delivery in minor units. */
  shipping?: { domestic: number; abroad: number };
  discountCodes?: DiscountCode[];
  isDevelopment?: boolean;
  /** What the merchant pays apps in; the shop's own currency when left out. */
  billingCurrency?: string;
}

/** Opens a shop; throws when the handle is taken. */
export const createShop = defineCommand("createShop", ({ store, at }, input: NewShop): Shop => {
  const domain = `${input.handle}.myshopify.com`;
  if (store.shops.has(domain)) throw new Error(`The shop ${domain} exists already`);
  const currency = input.currency ?? "GBP";
  const unit = 10 ** exponentOf(currency);
  const id = 60_100_000_000 + store.shops.size + 1;
  const shop: Shop = {
    id,
    handle: input.handle,
    domain,
    name: input.name ?? titleOf(input.handle),
    email: `owner@${input.handle}.example`,
    currency,
    timezone: input.timezone ?? "Europe/London",
    countryCode: input.countryCode ?? "GB",
    locale: input.locale ?? "en",
    plan: input.plan ?? "basic",
    taxesIncluded: input.taxesIncluded ?? true,
    shipping: input.shipping ?? { domestic: Math.round(3.95 * unit), abroad: Math.round(9.95 * unit) },
    ownerId: 80_100_000_000 + store.shops.size + 1,
    locationId: 70_100_000_000 + store.shops.size + 1,
    createdAt: at,
    discountCodes: input.discountCodes ?? [],
    discounts: noDiscountNodes(),
    products: new Map(),
    variants: new Map(),
    collections: new Map(),
    sellingPlanGroups: new Map(),
    customers: new Map(),
    checkouts: new Map(),
    orders: new Map(),
    charges: [],
    metafields: new Map(),
    metafieldDefinitions: new Map(),
    installation: null,
    subscriptions: [],
    merchant: noChoices(),
    isDevelopment: input.isDevelopment ?? false,
    billing: { currency: input.billingCurrency ?? currency, subscriptions: [], staff: [] },
    sequences: {},
  };
  store.shops.set(domain, shop);
  return shop;
});

export interface ShopChange {
  shop: string;
  name?: string;
  timezone?: string;
  plan?: PlanName;
  discountCodes?: DiscountCode[];
  isDevelopment?: boolean;
}

/** Changes a shop's own settings and announces shop/update. */
export const updateShop = defineCommand("updateShop", ({ store, emit }, { shop: domain, ...change }: ShopChange): Shop => {
  const shop = store.getShop(domain);
  shop.name = change.name ?? shop.name;
  shop.timezone = change.timezone ?? shop.timezone;
  shop.plan = change.plan ?? shop.plan;
  shop.isDevelopment = change.isDevelopment ?? shop.isDevelopment;
  shop.discountCodes = change.discountCodes ?? shop.discountCodes;
  emit(shop, "shop/update", shop.id);
  return shop;
});

function titleOf(handle: string): string {
  return handle.split("-").map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(" ");
}
