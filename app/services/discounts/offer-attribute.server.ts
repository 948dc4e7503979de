import { timingSafeEqual } from "node:crypto";
import { findShop } from "../../data/shops/shops.server";
import type { OfferClaim } from "../../domain/discounts/offer-claim";
import { parseSignedText, signedText } from "../../domain/discounts/offer-token";
import type { SignedParts } from "../../domain/discounts/offer-token";
import type { ShopId } from "../../domain/shops/shop-id";
import { signOffer } from "./offer-key.server";

/**
 * The line attribute by which the discount Function knows an offer that Encore made. The same claim gives the same value.
 * On a link to a filled checkout, whose lines but the first carry no attributes, an attribute of the cart with the same
 * key and the values joined by commas does the same: `cartPermalink`.
 * Throws a RangeError for a claim id that is no UUID and for quantities outside 1 to 100.
 */
export async function offerAttribute(shop: ShopId, claim: OfferClaim): Promise<{ key: "_encore"; value: string }> {
  const installation = await findShop(shop);
  const text = signedText(claim, installation?.timeZone ?? "UTC");
  return { key: "_encore", value: `${text}.${signOffer(shop, text)}` };
}

/** What an attribute of an order's line or cart says was claimed: one claim each value that this shop signed. */
export function readOfferAttribute(shop: ShopId, value: string): SignedParts[] {
  return value.split(",", 50).flatMap((token) => {
    const end = token.lastIndexOf(".");
    const parts = parseSignedText(token.slice(0, Math.max(0, end)));
    if (!parts) return [];
    const [given, due] = [Buffer.from(token.slice(end + 1)), Buffer.from(signOffer(shop, token.slice(0, end)))];
    return given.length === due.length && timingSafeEqual(given, due) ? [parts] : [];
  });
}
