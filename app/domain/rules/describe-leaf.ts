import { formatMinor } from "../money/money";
import type { LeafCondition } from "./condition";
import type { Match } from "./matching";

/** Names for ids; an id without one is shown as it is. */
export interface NameLookups {
  product?: ReadonlyMap<number, string>;
  variant?: ReadonlyMap<number, string>;
  collection?: ReadonlyMap<number, string>;
}

/** One condition in words, as part of a sentence. */
export function describeLeaf(condition: LeafCondition, names: NameLookups, locale: string): string {
  switch (condition.kind) {
    case "product": return has("", condition.match, named(condition.productIds, names.product));
    case "variant": return has("", condition.match, named(condition.variantIds, names.variant));
    case "variantName": return has("variants named ", condition.match, condition.names);
    case "collection": return has("products of ", condition.match, named(condition.collectionIds, names.collection));
    case "tag": return has("products tagged ", condition.match, condition.tags);
    case "vendor": return has("products by ", condition.match, condition.vendors);
    case "productType": return has("products of type ", condition.match, condition.productTypes);
    case "metafield": return has(`products whose ${condition.key} is `, condition.match, condition.values);
    case "quantity": return between(`number of items ${itemsText(condition.items, names)}`, condition.min, condition.max, String);
    case "purchaseType": return purchaseText(condition);
    case "inventory": return between(`stock of ${condition.match} of: ${listed(named(condition.productIds, names.product))},`, condition.min, condition.max, String);
    case "orderValue": return between("order value", condition.minMinor, condition.maxMinor, (minor) => formatMinor(minor, condition.currency, locale));
    case "subtotal": return between("items’ value", condition.minMinor, condition.maxMinor, (minor) => formatMinor(minor, condition.currency, locale));
    case "lineCount": return between("number of lines", condition.min, condition.max, String);
    case "itemCount": return between("number of items", condition.min, condition.max, String);
    case "discountCode": return condition.codes.length === 0
      ? `${condition.match === "any" ? "a" : "no"} discount code was used`
      : `order used ${condition.match} of the codes: ${listed(condition.codes)}`;
    case "discountShare": return between("discount", condition.min, condition.max, (percent) => `${percent} %`);
    case "shippingMethod": return `order is sent by ${condition.match} of: ${listed(condition.methods)}`;
    case "gateway": return `order is paid through ${condition.match} of: ${listed(condition.gateways)}`;
    case "salesChannel": return `order came by ${condition.match} of: ${listed(condition.channels)}`;
    case "noteAttribute": return condition.values.length === 0
      ? `order has ${condition.match === "any" ? "a" : "no"} note attribute “${condition.name}”`
      : `note attribute “${condition.name}” is ${condition.match} of: ${listed(condition.values)}`;
    case "customerTag": return condition.match === "only"
      ? `customer has no tags but: ${listed(condition.tags)}`
      : `customer has ${condition.match} of the tags: ${listed(condition.tags)}`;
    case "customerOrderCount": return between("customer's earlier orders", condition.min, condition.max, String);
    case "firstOrder": return condition.isFirst ? "it is the customer’s first order" : "customer ordered before";
    case "daysSinceOrder": return between("days since the customer’s last order", condition.min, condition.max, String);
    case "lifetimeSpend": return between("customer’s spending before", condition.minMinor, condition.maxMinor, (minor) => formatMinor(minor, condition.currency, locale));
    case "pastProduct": return `customer bought ${condition.match} of these ${condition.withinDays === undefined ? "before" : within(condition.withinDays).trim()}: ${listed(named(condition.productIds, names.product))}`;
    case "loggedIn": return condition.isLoggedIn ? "customer is logged in" : "customer is not logged in";
    case "language": return `shopper’s language is ${condition.match} of: ${listed(condition.languages)}`;
    case "country": return `order goes to ${condition.match} of: ${listed(condition.countryCodes)}`;
    case "billingCountry": return `order is billed to ${condition.match} of: ${listed(condition.countryCodes)}`;
    case "market": return `order is placed in ${condition.match} of the markets: ${listed(condition.markets)}`;
    case "currency": return `order is paid in ${condition.match} of: ${listed(condition.currencies)}`;
    case "utm": return `visit’s utm_${condition.parameter} is ${condition.match} of: ${listed(condition.values)}`;
    case "dateRange": return dateText(condition);
    case "timeOfDay": return `the shop’s clock is between ${condition.from} and ${condition.to}`;
    case "weekday": return `it is ${[...condition.days].sort().map((day) => WEEKDAYS[day - 1] ?? String(day)).join(", ")} at the shop`;
    case "randomShare": return `customer is in a random ${condition.percent} %${condition.group === "" ? "" : ` (${condition.group})`}`;
    case "encounter": return encounterText(condition);
    default: return unhandled(condition);
  }
}

type Of<Kind extends LeafCondition["kind"]> = Extract<LeafCondition, { kind: Kind }>;

const WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const OF = { product: "of", variant: "of", collection: "of the collections", tag: "tagged", vendor: "by", productType: "of type" };
const ENCOUNTERS = { impression: ["saw", "see"], acceptance: ["accepted", "accept"], decline: ["declined", "decline"] } as const;

function itemsText(items: Of<"quantity">["items"], names: NameLookups): string {
  const things = "texts" in items ? items.texts : named(items.ids, names[items.of]);
  return `${OF[items.of]} ${listed(things)},`;
}

function purchaseText({ match, type }: Of<"purchaseType">): string {
  const what = type === "subscription" ? "subscriptions" : "one-time purchases";
  return { any: `order has ${what}`, none: `order has no ${what}`, only: `order has nothing but ${what}` }[match];
}

function dateText({ from, to }: Of<"dateRange">): string {
  if (from !== undefined && to !== undefined) return from === to ? `it is ${from} at the shop` : `it is between ${from} and ${to} at the shop`;
  return from !== undefined ? `it is ${from} or later at the shop` : `it is ${to ?? "any day"} or earlier at the shop`;
}

function encounterText({ what, offer, hasHappened, withinDays }: Of<"encounter">): string {
  const [past, plain] = ENCOUNTERS[what];
  const which = offer === "this" ? "this offer" : hasHappened ? "an offer" : "any offer";
  return `customer ${hasHappened ? past : `did not ${plain}`} ${which}${withinDays === undefined ? " before" : within(withinDays)}`;
}

function within(days: number | undefined): string {
  if (days === undefined) return "";
  return days === 1 ? " in the last day" : ` in the last ${days} days`;
}

function has(what: string, match: Match, things: readonly string[]): string {
  if (match === "only") return `order has nothing but${what === "" ? "" : ` ${what.trim()}`}: ${listed(things)}`;
  return `order has ${what}${match} of: ${listed(things)}`;
}

function between(what: string, min: number | undefined, max: number | undefined, show: (value: number) => string): string {
  if (min !== undefined && max !== undefined) return min === max ? `${what} exactly ${show(min)}` : `${what} from ${show(min)} to ${show(max)}`;
  if (min !== undefined) return `${what} at least ${show(min)}`;
  return max === undefined ? `any ${what}` : `${what} at most ${show(max)}`;
}

function named(ids: readonly number[], names: ReadonlyMap<number, string> | undefined): string[] {
  return ids.map((id) => names?.get(id) ?? `#${id}`);
}

/** The first five of a list, and how many more there are. */
function listed(things: readonly string[]): string {
  const shown = things.slice(0, 5).join(", ");
  return things.length > 5 ? `${shown} and ${things.length - 5} more` : shown;
}

/** Fails to compile while a kind has no case. */
function unhandled(condition: never): never {
  throw new Error(`No such condition: ${JSON.stringify(condition)}`);
}
