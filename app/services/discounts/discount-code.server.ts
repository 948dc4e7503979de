import type { OfferClaim } from "../../domain/discounts/offer-claim";
import type { ShopId } from "../../domain/shops/shop-id";

/**
 * The code of one claim: for its variant and quantity, once. Null unless the merchant prefers codes, and when Shopify
 * does not make one: then the attribute is what there is.
 */
export async function discountCodeFor(_shop: ShopId, _claim: OfferClaim): Promise<string | null> {
  return null;
}
