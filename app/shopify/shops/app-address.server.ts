import type { ShopId } from "../../domain/shops/shop-id";
import { env } from "../../env.server";

/** The address of one of the app's pages inside a shop's admin. */
export function appAddress(shop: ShopId, path: string): string {
  return `https://admin.shopify.com/store/${shop.replace(/\.myshopify\.com$/, "")}/apps/${env.SHOPIFY_API_KEY}${path}`;
}
