import { createHmac } from "node:crypto";
import type { GuestKeyOf } from "../../domain/orders/customer-key";
import type { ShopId } from "../../domain/shops/shop-id";
import { env } from "../../env.server";

const keys = new Map<ShopId, Buffer>();

/**
 * Turns a guest's normalised e-mail into "g:<32 hex>". The key differs from shop to shop, so that two shops' hashes of
 * one address cannot be compared.
 */
export function guestKeysOf(shop: ShopId): GuestKeyOf {
  let key = keys.get(shop);
  if (!key) {
    key = createHmac("sha256", Buffer.from(env.GUEST_KEY, "base64")).update(shop).digest();
    keys.set(shop, key);
  }
  const shopKey = key;
  return (email) => `g:${createHmac("sha256", shopKey).update(email).digest("hex").slice(0, 32)}`;
}
