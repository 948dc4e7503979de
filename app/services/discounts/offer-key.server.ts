import { createHmac, hkdfSync } from "node:crypto";
import type { ShopId } from "../../domain/shops/shop-id";
import { env } from "../../env.server";

const keys = new Map<ShopId, Buffer>();

/** The key of 32 bytes that signs one shop's offers; no other shop's signature passes under it. */
export function offerKeyOf(shop: ShopId): Buffer {
  let key = keys.get(shop);
  if (!key) {
    key = Buffer.from(hkdfSync("sha256", Buffer.from(env.OFFER_KEY, "base64"), "", `encore offer ${shop}`, 32));
    keys.set(shop, key);
  }
  return key;
}

/** HMAC-SHA256, base64url. */
export function signOffer(shop: ShopId, text: string): string {
  return createHmac("sha256", offerKeyOf(shop)).update(text).digest("base64url");
}
