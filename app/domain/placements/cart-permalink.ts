import type { ShopId } from "../shops/shop-id";

export interface PermalinkLine {
  variantId: number;
  quantity: number;
  attributes: readonly { key: string; value: string }[];
}

export interface PermalinkParts {
  /** At least one. */
  lines: readonly PermalinkLine[];
  discountCodes?: readonly string[];
  /** BCP 47, as in the shopper's request. */
  locale?: string;
}

/**
 * The address of a checkout with these items in it (shopify.dev, "Create cart permalinks"):
 * `/cart/{variant}:{quantity},…`, `properties` as base64url JSON, `discount` with codes separated by commas,
 * `attributes[…]` of the cart, `locale`. Properties are those of the first item alone, so attributes of the others go
 * into the cart's attribute of the same key, their values joined by commas. Selling plans cannot be in such a link.
 */
export function cartPermalink(shop: ShopId, { lines, discountCodes = [], locale }: PermalinkParts): string {
  const items = lines.map(({ variantId, quantity }) => `${variantId}:${quantity}`).join(",");
  const [first, ...others] = lines;
  const query: string[] = [];
  if (first && first.attributes.length > 0) query.push(`properties=${base64url(JSON.stringify(Object.fromEntries(first.attributes.map(({ key, value }) => [key, value]))))}`);
  for (const [key, values] of groupByKey(others)) query.push(`attributes[${encodeURIComponent(key)}]=${encodeURIComponent(values.join(","))}`);
  if (discountCodes.length > 0) query.push(`discount=${discountCodes.map(encodeURIComponent).join(",")}`);
  if (locale !== undefined) query.push(`locale=${encodeURIComponent(locale)}`);
  return `https://${shop}/cart/${items}${query.length > 0 ? `?${query.join("&")}` : ""}`;
}

function groupByKey(lines: readonly PermalinkLine[]): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const { key, value } of lines.flatMap(({ attributes }) => attributes)) groups.set(key, [...(groups.get(key) ?? []), value]);
  return groups;
}

function base64url(text: string): string {
  const bytes = new TextEncoder().encode(text);
  return btoa(String.fromCharCode(...bytes)).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}
