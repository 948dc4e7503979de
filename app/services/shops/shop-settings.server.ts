import { findShop, saveScopes, saveShopDetails } from "../../data/shops/shops.server";
import type { Installation } from "../../data/shops/shops.server";
import type { ShopId } from "../../domain/shops/shop-id";
import { fetchShopDetails } from "../../shopify/shops/shop-details.server";

/**
 * The installed shop with its currency and time zone known, asked for at Shopify when they are not yet. Null when the
 * shop is not installed. Throws ShopifyApiError.
 */
export async function findInstalledShop(shop: ShopId): Promise<Installation | null> {
  const found = await findShop(shop);
  if (!found || found.uninstalledAt) return null;
  if (found.name !== "") return found;
  await refreshShop(shop);
  return findShop(shop);
}

/** Reads the shop's settings and granted scopes anew; what was read last is what counts, whatever event asked for it. */
export async function refreshShop(shop: ShopId): Promise<void> {
  const { details, scopes } = await fetchShopDetails(shop);
  await saveShopDetails(shop, details);
  await saveScopes(shop, scopes);
}
