import type { TFunction } from "i18next";
import type { LeafCondition } from "./condition";

/** Names for ids; an id without one is shown as it is. */
export interface NameLookups {
  product?: ReadonlyMap<number, string>;
  variant?: ReadonlyMap<number, string>;
  collection?: ReadonlyMap<number, string>;
}

/** One condition in words, as part of a sentence. */
export function describeLeaf(t: TFunction, condition: LeafCondition, names: NameLookups): string {
  const list = (things: readonly string[]) => ({ things: listed(t, things) });
  switch (condition.kind) {
    case "product": return t(`rules:say.product.${condition.match}`, list(named(condition.productIds, names.product)));
    case "variant": return t(`rules:say.product.${condition.match}`, list(named(condition.variantIds, names.variant)));
    case "variantName": return t(`rules:say.variantName.${condition.match}`, list(condition.names));
    case "collection": return t(`rules:say.collection.${condition.match}`, list(named(condition.collectionIds, names.collection)));
    case "tag": return t(`rules:say.tag.${condition.match}`, list(condition.tags));
    case "vendor": return t(`rules:say.vendor.${condition.match}`, list(condition.vendors));
    case "productType": return t(`rules:say.productType.${condition.match}`, list(condition.productTypes));
    case "metafield": return t(`rules:say.metafield.${condition.match}`, { key: condition.key, ...list(condition.values) });
    case "quantity": return between(t, t(`rules:say.quantity.${condition.items.of}`, list(itemsOf(condition.items, names))), condition, count(t));
    case "purchaseType": return t(`rules:say.purchase.${condition.type}.${condition.match}`);
    case "inventory": return between(t, t(`rules:say.stock.${condition.match}`, list(named(condition.productIds, names.product))), condition, count(t));
    case "orderValue":
    case "subtotal":
    case "lifetimeSpend": {
      const { currency, minMinor: min, maxMinor: max } = condition;
      return between(t, t(`rules:say.what.${condition.kind}`), { min, max }, (minor) => t("common:money", { amount: { minor, currency } }));
    }
    case "lineCount":
    case "itemCount":
    case "customerOrderCount":
    case "daysSinceOrder":
      return between(t, t(`rules:say.what.${condition.kind}`), condition, count(t));
    case "discountShare": return between(t, t("rules:say.what.discountShare"), condition, (value) => t("rules:say.percent", { value }));
    case "discountCode": return condition.codes.length === 0
      ? t(condition.match === "any" ? "rules:say.code.some" : "rules:say.code.none")
      : t(`rules:say.codes.${condition.match}`, list(condition.codes));
    case "shippingMethod": return t(`rules:say.shippingMethod.${condition.match}`, list(condition.methods));
    case "gateway": return t(`rules:say.gateway.${condition.match}`, list(condition.gateways));
    case "salesChannel": return t(`rules:say.salesChannel.${condition.match}`, list(condition.channels));
    case "noteAttribute": return condition.values.length === 0
      ? t(`rules:say.hasNote.${condition.match}`, { name: condition.name })
      : t(`rules:say.note.${condition.match}`, { name: condition.name, ...list(condition.values) });
    case "customerTag": return t(`rules:say.customerTag.${condition.match}`, list(condition.tags));
    case "firstOrder": return t(condition.isFirst ? "rules:say.firstOrder.yes" : "rules:say.firstOrder.no");
    case "pastProduct": {
      const bought = list(named(condition.productIds, names.product));
      return condition.withinDays === undefined
        ? t(`rules:say.bought.${condition.match}`, bought)
        : t(`rules:say.boughtWithin.${condition.match}`, { count: condition.withinDays, ...bought });
    }
    case "loggedIn": return t(condition.isLoggedIn ? "rules:say.loggedIn.yes" : "rules:say.loggedIn.no");
    case "language": return t(`rules:say.language.${condition.match}`, list(condition.languages));
    case "country": return t(`rules:say.country.${condition.match}`, list(countriesIn(t, condition.countryCodes)));
    case "billingCountry": return t(`rules:say.billingCountry.${condition.match}`, list(countriesIn(t, condition.countryCodes)));
    case "market": return t(`rules:say.market.${condition.match}`, list(condition.markets));
    case "currency": return t(`rules:say.currency.${condition.match}`, list(condition.currencies));
    case "utm": return t(`rules:say.utm.${condition.match}`, { parameter: condition.parameter, ...list(condition.values) });
    case "dateRange": return dateText(t, condition);
    case "timeOfDay": return t("rules:say.timeOfDay", { from: condition.from, to: condition.to });
    case "weekday": return t("rules:say.weekday", { days: [...condition.days].sort().map((day) => weekdayText(t, day)).join(", ") });
    case "randomShare": return condition.group === ""
      ? t("rules:say.random", { percent: condition.percent })
      : t("rules:say.randomGroup", { percent: condition.percent, group: condition.group });
    case "encounter": return encounterText(t, condition);
    default: return unhandled(condition);
  }
}

type Of<Kind extends LeafCondition["kind"]> = Extract<LeafCondition, { kind: Kind }>;

function itemsOf(items: Of<"quantity">["items"], names: NameLookups): readonly string[] {
  return "texts" in items ? items.texts : named(items.ids, names[items.of]);
}

const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;

function weekdayText(t: TFunction, day: number): string {
  const known = weekdays.find((weekday) => weekday === day);
  return known === undefined ? String(day) : t(`rules:weekday.${known}`);
}

function dateText(t: TFunction, { from, to }: Of<"dateRange">): string {
  if (from !== undefined && to !== undefined) return from === to ? t("rules:say.date.on", { from }) : t("rules:say.date.between", { from, to });
  return from !== undefined ? t("rules:say.date.from", { from }) : t("rules:say.date.to", { to: to ?? "" });
}

function encounterText(t: TFunction, { what, offer, hasHappened, withinDays }: Of<"encounter">): string {
  const key = `rules:say.${what}.${offer}` as const;
  if (withinDays === undefined) return t(hasHappened ? `${key}.before` : `${key}.notBefore`);
  return t(hasHappened ? `${key}.within` : `${key}.notWithin`, { count: withinDays });
}

function countriesIn(t: TFunction, codes: readonly string[]): string[] {
  return codes.map((code) => t("common:country", { code }));
}

function count(t: TFunction): (value: number) => string {
  return (value) => t("common:number", { value });
}

function between(t: TFunction, what: string, { min, max }: { min?: number | undefined; max?: number | undefined }, show: (value: number) => string): string {
  if (min !== undefined && max !== undefined) {
    return min === max ? t("rules:say.range.exactly", { what, min: show(min) }) : t("rules:say.range.between", { what, min: show(min), max: show(max) });
  }
  if (min !== undefined) return t("rules:say.range.atLeast", { what, min: show(min) });
  return max === undefined ? t("rules:say.range.any", { what }) : t("rules:say.range.atMost", { what, max: show(max) });
}

function named(ids: readonly number[], names: ReadonlyMap<number, string> | undefined): string[] {
  return ids.map((id) => names?.get(id) ?? `#${id}`);
}

/** The first five of a list, and how many more there are. */
function listed(t: TFunction, things: readonly string[]): string {
  const shown = things.slice(0, 5).join(", ");
  return things.length > 5 ? t("rules:say.listed", { shown, count: things.length - 5 }) : shown;
}

/** Fails to compile while a kind has no case. */
function unhandled(condition: never): never {
  throw new Error(`No such condition: ${JSON.stringify(condition)}`);
}
