import type { AppIdentity } from "../../app/app-identity";
import { gid } from "../../store/ids";
import { placementOf } from "../../store/merchant";
import { findMetafield } from "../../store/metafields";
import type { Customer, Shop } from "../../store/model";
import type { Values } from "../contract";
import type { MetafieldRequest, UiExtension } from "../read-extensions";

/** Somewhere that an extension runs, before it is known what the target adds. */
export interface Place {
  readonly app: AppIdentity;
  readonly origin: string;
  readonly shop: Shop;
  readonly extension: UiExtension;
  readonly target: string;
  /** The buyer's language and country. */
  readonly locale: string;
  readonly countryCode: string;
  /** The customer who is logged in; tokens carry no other. */
  readonly customerId: number | null;
  /** The products that metafields are given of. */
  readonly productIds: readonly number[];
  readonly editor: boolean;
}

/** The language of the extension's texts that fits the buyer best. */
export function extensionLanguage({ locales, defaultLocale }: UiExtension, locale: string): string {
  if (locales.has(locale)) return locale;
  const primary = locale.split("-")[0] ?? locale;
  return locales.has(primary) ? primary : defaultLocale;
}

/** Texts in one language, with those of the default language where it has none. */
export function translationsFor(extension: UiExtension, language: string): Readonly<Record<string, string>> {
  return { ...extension.locales.get(extension.defaultLocale), ...extension.locales.get(language) };
}

export function standardConstants({ shop, target, extension, app, editor }: Place): Values {
  return {
    "extension.apiVersion": extension.apiVersion,
    "extension.target": target,
    "extension.scriptUrl": `https://cdn.shopify.com/extensions/${app.handle}/${extension.handle}.js`,
    "extension.version": "1.0.0",
    ...(editor ? { "extension.editor": { type: "checkout" } } : {}),
    extensionPoint: target,
    version: extension.apiVersion,
    "shop.id": gid("Shop", shop.id),
    "shop.name": shop.name,
    "shop.myshopifyDomain": shop.domain,
    "shop.storefrontUrl": `https://${shop.domain}`,
  };
}

export function standardSignals(place: Place): Values {
  const { shop, extension, locale, target } = place;
  return {
    "extension.capabilities": extension.capabilities,
    "extension.rendered": true,
    "localization.language": { isoCode: locale },
    "localization.extensionLanguage": { isoCode: extensionLanguage(extension, locale) },
    "localization.country": { isoCode: place.countryCode },
    settings: settingsOf(shop, extension, target),
    customerPrivacy: {
      allowedProcessing: { analytics: true, marketing: true, preferences: true, saleOfData: true }, metafields: [], visitorConsent: {}, shouldShowBanner: false, saleOfDataRegion: false,
      region: { countryCode: place.countryCode },
    },
  };
}

/** What the merchant set, for the settings that the extension has; the others are undefined, as at Shopify. */
function settingsOf(shop: Shop, extension: UiExtension, target: string): Values {
  const { settings } = placementOf(shop, target);
  return Object.fromEntries(extension.settings.flatMap(({ key }) => (settings[key] === undefined ? [] : [[key, settings[key]]])));
}

/** What checkout and order-status extensions have besides. */
export function shopSignals(place: Place): Values {
  return {
    "localization.currency": { isoCode: place.shop.currency },
    "localization.timezone": place.shop.timezone,
    "localization.market": { id: gid("Market", 1), handle: place.countryCode.toLowerCase() },
    appMetafields: appMetafields(place),
    appliedGiftCards: [],
    checkoutSettings: { orderSubmission: "ORDER", shippingAddress: { isEditable: true } },
  };
}

/** The metafields that the extension asks for, of the shop, the customer who is logged in and the products in the cart. */
function appMetafields({ app, shop, extension, target, customerId, productIds }: Place): unknown[] {
  const requests = extension.targets.find((candidate) => candidate.target === target)?.metafields ?? [];
  const owners = [
    { type: "shop", id: gid("Shop", shop.id) },
    ...(customerId === null ? [] : [{ type: "customer", id: gid("Customer", customerId) }]),
    ...productIds.map((id) => ({ type: "product", id: gid("Product", id) })),
  ];
  return owners.flatMap((owner) => requests.flatMap((request) => {
    const metafield = findMetafield(shop, owner.id, storedNamespace(app, request), request.key);
    if (!metafield) return [];
    const valueType = metafield.type === "json" || metafield.type.startsWith("list.") ? "json_string" : metafield.type === "number_integer" ? "integer" : metafield.type === "boolean" ? "boolean" : "string";
    return [{ target: { type: owner.type, id: owner.id }, metafield: { key: request.key, namespace: request.namespace, value: metafield.value, valueType, type: metafield.type } }];
  }));
}

function storedNamespace(app: AppIdentity, { namespace }: MetafieldRequest): string {
  if (namespace === "$app") return `app--${app.id}`;
  return namespace.startsWith("$app:") ? `app--${app.id}--${namespace.slice(5)}` : namespace;
}

/** The customer as checkout and order-status extensions see one who is logged in. */
export function customerValue(customer: Customer): Values {
  const fullName = `${customer.firstName} ${customer.lastName}`.trim();
  return {
    id: gid("Customer", customer.id), email: customer.email, fullName, firstName: customer.firstName, lastName: customer.lastName,
    image: { url: "" }, acceptsMarketing: false, acceptsEmailMarketing: false, acceptsSmsMarketing: false, storeCreditAccounts: [], ordersCount: customer.ordersCount,
  };
}
