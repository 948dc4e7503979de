import type { CourtesyHistory, Encounter, ShownPrice } from "./history";
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
  // Most prices are what they were: what stands, and in which order, is asked only where one is not.
  const others = history.encounters.filter((encounter) => encounter.prices.some((shown) => otherPriceOf(shown, prices)));
  if (others.length === 0) return null;
  for (const encounter of standing(others, request, now)) {
    const mayImprove = policy.mayImproveDeclined && offer.isDownsell && isPageBefore(encounter, request);
    for (const shown of [...encounter.prices].sort((a, b) => a.variantId - b.variantId)) {
      const offered = otherPriceOf(shown, prices);
      if (!offered || (mayImprove && offered.unitMinor < shown.unitMinor)) continue;
      return { code: "otherPriceShown", productId, variantId: shown.variantId, shownMinor: shown.unitMinor, offerId: encounter.offerId };
    }
  }
  return null;
}

/** The offered price of a variant that was shown at another one. */
function otherPriceOf({ variantId, unitMinor }: ShownPrice, offered: readonly ShownPrice[]): ShownPrice | undefined {
  return offered.find((price) => price.variantId === variantId && price.unitMinor !== unitMinor);
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
