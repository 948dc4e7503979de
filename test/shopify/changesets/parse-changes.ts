import { parseDecimal } from "../store/money";
import type { Shop } from "../store/model";
import type { EditRequest } from "../store/order-edits";
import { textOf } from "../input/text-of";

export interface MetafieldChange {
  namespace: string;
  key: string;
  value: string;
  valueType: string;
}

export type ParsedChanges = { ok: true; edit: EditRequest; metafields: MetafieldChange[] } | { ok: false; reason: string };

/** The changes of a changeset, checked as strictly as Shopify's types allow; amounts come in major units and leave in minor ones. */
export function parseChanges(shop: Shop, value: unknown): ParsedChanges {
  if (!Array.isArray(value) || value.length === 0) return { ok: false, reason: "changes must be a list that is not empty" };
  const edit: EditRequest = { lines: [], shippingLines: [] };
  const metafields: MetafieldChange[] = [];
  for (const entry of value) {
    const change: unknown = entry;
    if (!isRecord(change)) return { ok: false, reason: "a change must be an object" };
    const reason = addChange(shop, change, edit, metafields);
    if (reason) return { ok: false, reason };
  }
  return { ok: true, edit, metafields };
}

function addChange(shop: Shop, change: Record<string, unknown>, edit: EditRequest, metafields: MetafieldChange[]): string | null {
  switch (change.type) {
    case "add_variant":
      return addVariant(shop, change, edit);
    case "add_shipping_line": {
      if (typeof change.price !== "number" || change.price < 0) return "a shipping line needs a price";
      const title = change.presentmentTitle ?? change.title ?? "Shipping";
      edit.shippingLines.push({ title: textOf(title), price: parseDecimal(change.price, shop.currency) });
      return null;
    }
    case "set_metafield": {
      const { namespace, key, value, valueType } = change;
      if (typeof namespace !== "string" || typeof key !== "string" || (typeof value !== "string" && typeof value !== "number")) return "a metafield needs namespace, key and value";
      metafields.push({ namespace, key, value: String(value), valueType: textOf(valueType, "string") });
      return null;
    }
    case "add_subscription":
      return "local Shopify does not implement add_subscription yet";
    default:
      return `there is no change of type ${String(change.type)}`;
  }
}

function addVariant(shop: Shop, change: Record<string, unknown>, edit: EditRequest): string | null {
  const { variantId, quantity } = change;
  if (typeof variantId !== "number" || !shop.variants.has(variantId)) return "there is no such variant";
  if (typeof quantity !== "number" || !Number.isInteger(quantity) || quantity < 1) return "the quantity must be a positive whole number";
  if (change.discount === undefined || change.discount === null) {
    edit.lines.push({ variantId, quantity });
    return null;
  }
  if (!isRecord(change.discount)) return "the discount must be an object";
  const { value, valueType, title } = change.discount;
  if (typeof value !== "number" || value < 0 || typeof title !== "string") return "the discount needs a value and a title";
  if (valueType !== "percentage" && valueType !== "fixed_amount") return "the discount must be a percentage or a fixed amount";
  if (valueType === "percentage" && value > 100) return "the discount is more than the price";
  edit.lines.push({ variantId, quantity, discount: { valueType, title, value: valueType === "percentage" ? value : parseDecimal(value, shop.currency) } });
  return null;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
