import { isGiftAt } from "./gift-confidence";
import { isBoughtForOthers } from "./gift";
import type { CourtesyHistory } from "./history";
import type { CourtesyPolicy } from "./policy";
import type { OfferCourtesyReason, ProductCourtesyReason } from "./reason";
import type { CourtesyOffer, CourtesyProduct, CourtesyRequest } from "./request";

/** On a gift order nothing personal is offered: the parcel is not the buyer's, and the recipient may see the page. */
export function giftOrderLimit(
  policy: CourtesyPolicy, _history: CourtesyHistory, request: CourtesyRequest, _now: Date, offer: CourtesyOffer,
): OfferCourtesyReason | null {
  if (!offer.isPersonal || request.gift === null || !isGiftAt(request.gift, policy.giftsFrom)) return null;
  return { code: "giftOrder", confidence: request.gift };
}

/** Nothing personal is inferred from what was bought for somebody else. */
export function boughtAsGiftLimit(
  policy: CourtesyPolicy, history: CourtesyHistory, _request: CourtesyRequest, _now: Date, offer: CourtesyOffer, { productId }: CourtesyProduct,
): ProductCourtesyReason | null {
  return offer.isPersonal && isBoughtForOthers(productId, history.purchases, policy.giftsFrom) ? { code: "boughtAsGift", productId } : null;
}
