import { quietUntil } from "./days";
import type { CourtesyHistory } from "./history";
import type { CourtesyPolicy } from "./policy";
import type { ProductCourtesyReason } from "./reason";
import type { CourtesyOffer, CourtesyProduct, CourtesyRequest } from "./request";
import { isPageBefore } from "./request";

/**
 * A product that was declined rests, whatever offer brings it again. Excepted is the downsell of the same purchase,
 * which may show it smaller; at another price only where `onePriceLimit` lets it.
 */
export function declinedProductLimit(
  policy: CourtesyPolicy, history: CourtesyHistory, request: CourtesyRequest, now: Date, offer: CourtesyOffer, { productId }: CourtesyProduct,
): ProductCourtesyReason | null {
  const declines: Date[] = [];
  for (const encounter of history.encounters) {
    if (encounter.declinedAt === null || !encounter.prices.some((price) => price.productId === productId)) continue;
    if (!offer.isDownsell || !isPageBefore(encounter, request)) declines.push(encounter.declinedAt);
  }
  const until = quietUntil(declines, policy.restDaysOfDeclinedProduct, now);
  return until && { code: "declinedProduct", productId, until: until.toISOString() };
}
