import { formatMinor } from "../money/money";
import type { Condition, ConditionGroup, LeafCondition } from "./condition";
import { isGroup } from "./condition";
import type { Match } from "./matching";

/** Names for ids; an id without one is shown as it is. */
export interface NameLookups {
  product?: ReadonlyMap<number, string>;
  variant?: ReadonlyMap<number, string>;
  collection?: ReadonlyMap<number, string>;
}

/** One English sentence without a full stop: "order has any of: Mug, Bowl, and order value at least £20.00". */
export function describe(condition: Condition, names: NameLookups, locale = "en-GB"): string {
  return isGroup(condition) ? describeGroup(condition, names, locale, true) : describeLeaf(condition, names, locale);
}

function describeGroup(group: ConditionGroup, names: NameLookups, locale: string, outermost: boolean): string {
  if (group.conditions.length === 0) return group.kind === "any" ? "no order" : "every order";
  const parts = group.conditions.map((part) => (isGroup(part) ? describeGroup(part, names, locale, false) : describeLeaf(part, names, locale)));
  const joined = parts.join(group.kind === "all" ? ", and " : ", or ");
  if (group.kind === "none") return `not (${joined})`;
  return outermost || parts.length === 1 ? joined : `(${joined})`;
}

function describeLeaf(condition: LeafCondition, names: NameLookups, locale: string): string {
  switch (condition.kind) {
    case "product": return has("", condition.match, named(condition.productIds, names.product));
    case "variant": return has("", condition.match, named(condition.variantIds, names.variant));
    case "collection": return has("products of ", condition.match, named(condition.collectionIds, names.collection));
    case "tag": return has("products tagged ", condition.match, condition.tags);
    case "vendor": return has("products by ", condition.match, condition.vendors);
    case "productType": return has("products of type ", condition.match, condition.productTypes);
    case "orderValue": return between("order value", condition.minMinor, condition.maxMinor, (minor) => formatMinor(minor, condition.currency, locale));
    case "itemCount": return between("number of items", condition.min, condition.max, String);
    case "customerOrderCount": return between("customer's earlier orders", condition.min, condition.max, String);
    case "country": return `order goes to ${condition.match} of: ${listed(condition.countryCodes)}`;
    case "currency": return `order is paid in ${condition.match} of: ${listed(condition.currencies)}`;
    case "discountCode": return condition.codes.length === 0
      ? `${condition.match === "any" ? "a" : "no"} discount code was used`
      : `order used ${condition.match} of the codes: ${listed(condition.codes)}`;
    default: return unhandled(condition);
  }
}

function has(what: string, match: Match, things: readonly string[]): string {
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
