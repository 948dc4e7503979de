import { ShopId } from "../../domain/shops/shop-id";
import { readAdminSessionToken } from "./admin-session-token.server";

/**
 * The Content-Security-Policy of an HTML reply: only the admin of the shop it was made for may frame it, and nobody
 * when no shop is known. A verified token names the shop better than the address does.
 */
export function frameAncestors(url: URL, authorization: string | null | undefined): string {
  const shop = shopOfToken(url, authorization) ?? shopOfAddress(url);
  return shop ? `frame-ancestors https://${shop} https://admin.shopify.com;` : "frame-ancestors 'none';";
}

function shopOfToken(url: URL, authorization: string | null | undefined): ShopId | null {
  const token = authorization?.replace(/^Bearer /, "") ?? url.searchParams.get("id_token");
  if (!token) return null;
  const check = readAdminSessionToken(token);
  return check.code === "valid" ? check.shop : null;
}

function shopOfAddress(url: URL): ShopId | null {
  const named = ShopId.safeParse(url.searchParams.get("shop"));
  if (named.success) return named.data;
  // "admin.shopify.com/store/{handle}" or "{shop}/admin", in base64.
  const host = Buffer.from(url.searchParams.get("host") ?? "", "base64").toString("latin1");
  const [, handle, domain] = /^(?:admin\.shopify\.com\/store\/([a-z0-9-]+)|([a-z0-9.-]+)\/admin)$/.exec(host) ?? [];
  return ShopId.safeParse(domain ?? `${handle ?? ""}.myshopify.com`).data ?? null;
}
