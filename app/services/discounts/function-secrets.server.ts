import { listRedeemedClaims } from "../../data/discounts/shop-discounts.server";
import { claimTag } from "../../domain/discounts/offer-token";
import type { ShopId } from "../../domain/shops/shop-id";
import { offerKeyOf } from "./offer-key.server";

/** Functions are given no metafield of more than 10,000 bytes; eight of them a claim. */
const MAX_REDEEMED = 1_100;

/** What the Function is handed: the shop's key, and the claims that orders hold and that are not over yet. */
export async function functionSecrets(shop: ShopId, now: Date): Promise<string> {
  const redeemed = await listRedeemedClaims(shop, now, MAX_REDEEMED);
  return JSON.stringify({ keys: [offerKeyOf(shop).toString("hex")], redeemed: redeemed.map(claimTag).join("") });
}
