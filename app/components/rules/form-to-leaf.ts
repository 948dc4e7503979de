import { typedMinor } from "../../domain/money/typed-amount";
import type { LeafForm } from "./leaf-form";

/** What is sent to be checked: the shape of a condition, with NaN where a number was typed wrongly. */
export function formToLeaf(leaf: LeafForm, currency: string): unknown {
  const { kind, match, ids, texts, name, choice } = leaf;
  const range = { min: whole(leaf.min), max: whole(leaf.max) };
  switch (kind) {
    case "product": return { kind, match, productIds: ids };
    case "variant": return { kind, match, variantIds: ids };
    case "collection": return { kind, match, collectionIds: ids };
    case "variantName": return { kind, match, names: texts };
    case "tag": return { kind, match, tags: texts };
    case "vendor": return { kind, match, vendors: texts };
    case "productType": return { kind, match, productTypes: texts };
    case "metafield": return { kind, key: name, match, values: texts };
    case "quantity": return { kind, items: { of: choice, ...(isById(choice) ? { ids } : { texts }) }, ...range };
    case "purchaseType": return { kind, match, type: choice };
    case "inventory": return { kind, match, productIds: ids, ...range };
    case "pastProduct": return { kind, match, productIds: ids, withinDays: whole(leaf.days) };
    case "orderValue":
    case "subtotal":
    case "lifetimeSpend":
      return { kind, currency, minMinor: amount(leaf.min, currency), maxMinor: amount(leaf.max, currency) };
    case "lineCount":
    case "itemCount":
    case "discountShare":
    case "customerOrderCount":
    case "daysSinceOrder":
      return { kind, ...range };
    case "discountCode": return { kind, match, codes: texts };
    case "shippingMethod": return { kind, match, methods: texts };
    case "gateway": return { kind, match, gateways: texts };
    case "salesChannel": return { kind, match, channels: texts };
    case "noteAttribute": return { kind, name, match, values: texts };
    case "customerTag": return { kind, match, tags: texts };
    case "firstOrder": return { kind, isFirst: choice === "yes" };
    case "loggedIn": return { kind, isLoggedIn: choice === "yes" };
    case "language": return { kind, match, languages: texts };
    case "country":
    case "billingCountry":
      return { kind, match, countryCodes: texts };
    case "market": return { kind, match, markets: texts };
    case "currency": return { kind, match, currencies: texts };
    case "utm": return { kind, parameter: choice, match, values: texts };
    case "dateRange": return { kind, from: leaf.min || undefined, to: leaf.max || undefined };
    case "timeOfDay": return { kind, from: leaf.min, to: leaf.max };
    case "weekday": return { kind, days: texts.map(Number) };
    case "randomShare": return { kind, percent: whole(leaf.min) ?? Number.NaN, group: name };
    case "encounter": return { kind, what: choice, offer: leaf.scope, hasHappened: match !== "none", withinDays: whole(leaf.days) };
  }
}

/** Whether items counted so are chosen by id, not by text. */
export function isById(of: string): of is "product" | "variant" | "collection" {
  return of === "product" || of === "variant" || of === "collection";
}

function whole(text: string): number | undefined {
  const trimmed = text.trim();
  if (trimmed === "") return undefined;
  return /^\d{1,9}$/.test(trimmed) ? Number(trimmed) : Number.NaN;
}

/** Minor units, undefined when left empty, NaN when it is no amount of this currency. */
export function amount(text: string, currency: string): number | undefined {
  return text.trim() === "" ? undefined : (typedMinor(text, currency) ?? Number.NaN);
}
