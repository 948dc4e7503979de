import type { OfferClaim } from "../../domain/discounts/offer-claim";
import type { ShopId } from "../../domain/shops/shop-id";

/**
 * The line attribute by which the discount Function knows an offer that Encore made. The same claim gives the same value.
 * Throws a RangeError for a claim id that is no UUID and for quantities outside 1 to 100.
 */
export async function offerAttribute(shop: ShopId, claim: OfferClaim): Promise<{ key: "_encore"; value: string }> {
  throw new Error(`Not there yet: ${shop} ${claim.claimId}`);
}
