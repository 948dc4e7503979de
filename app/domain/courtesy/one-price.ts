import type { CourtesyHistory, Encounter } from "./history";
import type { CourtesyPolicy } from "./policy";
import type { ProductCourtesyReason } from "./reason";
import type { CourtesyOffer, CourtesyProduct, CourtesyRequest } from "./request";
import { isPageBefore, isSamePage } from "./request";

/**
 * One price per customer and variant across all placements while the offer that showed it lives. Excepted is a lower
 * price on the second page of the same purchase, where the policy allows to improve on what was declined.
 */
export function onePriceLimit(
  policy: CourtesyPolicy, history: CourtesyHistory, request: CourtesyRequest, now: Date, offer: CourtesyOffer, { productId, prices }: CourtesyProduct,
): ProductCourtesyReason | null {
  if (history.encounters.length === 0) return null;
  const offered = new Map(prices.map((price) => [price.variantId, price.unitMinor]));
  const asked = history.encounters.filter((encounter) => encounter.prices.some(({ variantId }) => offered.has(variantId)));
  for (const encounter of standing(asked, request, now)) {
    const mayImprove = policy.mayImproveDeclined && offer.isDownsell && isPageBefore(encounter, request);
    for (const shown of [...encounter.prices].sort((a, b) => a.variantId - b.variantId)) {
      const unitMinor = offered.get(shown.variantId);
      if (unitMinor === undefined || unitMinor === shown.unitMinor || (mayImprove && unitMinor < shown.unitMinor)) continue;
      return { code: "otherPriceShown", productId, variantId: shown.variantId, shownMinor: shown.unitMinor, offerId: encounter.offerId };
    }
  }
  return null;
}

/** Encounters whose price still stands, the latest first: seen or perhaps yet to be seen, of an offer that lives. */
function standing(encounters: readonly Encounter[], request: CourtesyRequest, now: Date): Encounter[] {
  return encounters
    .filter((encounter) => request.liveOfferIds.has(encounter.offerId) && (wasSeen(encounter) || (encounter.expiresAt > now && !isSamePage(encounter, request))))
    .sort((a, b) => b.offeredAt.getTime() - a.offeredAt.getTime() || (a.offerId < b.offerId ? -1 : Number(a.offerId > b.offerId)));
}

function wasSeen({ shownAt, declinedAt, acceptedAt }: Encounter): boolean {
  return shownAt !== null || declinedAt !== null || acceptedAt !== null;
}
