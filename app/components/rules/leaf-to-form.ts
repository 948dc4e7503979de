import { toDecimalString } from "../../domain/money/money";
import type { LeafCondition } from "../../domain/rules/condition";
import { newLeaf } from "./leaf-form";
import type { LeafForm } from "./leaf-form";

/** A stored condition as it is edited; amounts become decimal texts of their currency. */
export function leafToForm(condition: LeafCondition): LeafForm {
  return { ...newLeaf(condition.kind), ...fieldsOf(condition) };
}

function fieldsOf(condition: LeafCondition): Partial<LeafForm> {
  switch (condition.kind) {
    case "product": return { match: condition.match, ids: [...condition.productIds] };
    case "variant": return { match: condition.match, ids: [...condition.variantIds] };
    case "collection": return { match: condition.match, ids: [...condition.collectionIds] };
    case "variantName": return { match: condition.match, texts: [...condition.names] };
    case "tag": return { match: condition.match, texts: [...condition.tags] };
    case "vendor": return { match: condition.match, texts: [...condition.vendors] };
    case "productType": return { match: condition.match, texts: [...condition.productTypes] };
    case "metafield": return { match: condition.match, name: condition.key, texts: [...condition.values] };
    case "quantity": {
      const { items } = condition;
      const chosen = "texts" in items ? { texts: [...items.texts] } : { ids: [...items.ids] };
      return { choice: items.of, ...chosen, ...numbers(condition) };
    }
    case "purchaseType": return { match: condition.match, choice: condition.type };
    case "inventory": return { match: condition.match, ids: [...condition.productIds], ...numbers(condition) };
    case "pastProduct": return { match: condition.match, ids: [...condition.productIds], days: numberText(condition.withinDays) };
    case "orderValue":
    case "subtotal":
    case "lifetimeSpend":
      return { min: amountText(condition.minMinor, condition.currency), max: amountText(condition.maxMinor, condition.currency) };
    case "lineCount":
    case "itemCount":
    case "discountShare":
    case "customerOrderCount":
    case "daysSinceOrder":
      return numbers(condition);
    case "discountCode": return { match: condition.match, texts: [...condition.codes] };
    case "shippingMethod": return { match: condition.match, texts: [...condition.methods] };
    case "gateway": return { match: condition.match, texts: [...condition.gateways] };
    case "salesChannel": return { match: condition.match, texts: [...condition.channels] };
    case "noteAttribute": return { match: condition.match, name: condition.name, texts: [...condition.values] };
    case "customerTag": return { match: condition.match, texts: [...condition.tags] };
    case "firstOrder": return { choice: condition.isFirst ? "yes" : "no" };
    case "loggedIn": return { choice: condition.isLoggedIn ? "yes" : "no" };
    case "language": return { match: condition.match, texts: [...condition.languages] };
    case "country":
    case "billingCountry":
      return { match: condition.match, texts: [...condition.countryCodes] };
    case "market": return { match: condition.match, texts: [...condition.markets] };
    case "currency": return { match: condition.match, texts: [...condition.currencies] };
    case "utm": return { match: condition.match, choice: condition.parameter, texts: [...condition.values] };
    case "dateRange": return { min: condition.from ?? "", max: condition.to ?? "" };
    case "timeOfDay": return { min: condition.from, max: condition.to };
    case "weekday": return { texts: condition.days.map(String) };
    case "randomShare": return { min: String(condition.percent), name: condition.group };
    case "encounter":
      return { choice: condition.what, scope: condition.offer, match: condition.hasHappened ? "any" : "none", days: numberText(condition.withinDays) };
  }
}

function numbers({ min, max }: { min?: number | undefined; max?: number | undefined }): Pick<LeafForm, "min" | "max"> {
  return { min: numberText(min), max: numberText(max) };
}

function numberText(value: number | undefined): string {
  return value === undefined ? "" : String(value);
}

function amountText(minor: number | undefined, currency: string): string {
  return minor === undefined ? "" : toDecimalString(minor, currency);
}
