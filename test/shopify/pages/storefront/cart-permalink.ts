import type { Request } from "express";
import type { Attribute, CheckoutLine, Shop } from "../../store/model";
import { tableOf } from "../../ui-extensions/read-extensions";
import { textOf } from "../form-text";

export interface Permalink {
  readonly lines: CheckoutLine[];
  readonly discountCode: string | null;
  readonly customAttributes: Attribute[];
  readonly note: string | null;
  readonly locale: string | null;
  readonly email: string | null;
}

/** What "/cart/{variant}:{quantity},…" means; null when it is no such address. What the shop does not sell is left out. */
export function parsePermalink(shop: Shop, items: string, query: Request["query"]): Permalink | null {
  if (!/^\d+:\d+(?:,\d+:\d+)*$/.test(items)) return null;
  const properties = attributesOf(decodeProperties(textOf(query["properties"])));
  const lines = items.split(",").map((item) => item.split(":").map(Number)).map(([variantId = 0, quantity = 0], index): CheckoutLine => ({
    variantId,
    quantity,
    // Shopify gives the properties to the first item alone.
    ...(index === 0 && properties.length > 0 ? { properties } : {}),
  }));
  return {
    lines: lines.filter(({ variantId, quantity }) => shop.variants.has(variantId) && quantity > 0),
    discountCode: textOf(query["discount"]) || null,
    customAttributes: attributesOf(bracketed(query, "attributes")),
    note: textOf(query["note"]) || null,
    locale: textOf(query["locale"]) || null,
    email: textOf(bracketed(query, "checkout")["email"]) || null,
  };
}

function decodeProperties(encoded: string): Readonly<Record<string, unknown>> {
  try {
    return tableOf(JSON.parse(Buffer.from(encoded, "base64url").toString("utf8")));
  } catch {
    return {};
  }
}

function attributesOf(table: Readonly<Record<string, unknown>>): Attribute[] {
  return Object.entries(table).map(([key, value]) => ({ key, value: textOf(value) }));
}

/** "attributes[a]=b", however the query was parsed. */
function bracketed(query: Request["query"], name: string): Readonly<Record<string, unknown>> {
  const flat = Object.entries(query).flatMap(([key, value]) => (key.startsWith(`${name}[`) && key.endsWith("]") ? [[key.slice(name.length + 1, -1), value] as const] : []));
  return { ...tableOf(query[name]), ...Object.fromEntries(flat) };
}
