import type { CourtesyHistory } from "./history";
import type { CourtesyPolicy } from "./policy";
import type { OfferCourtesyReason } from "./reason";
import type { CourtesyOffer, CourtesyRequest } from "./request";

/** After no, never the same offer again: not on another placement, not in another version, whatever the policy. */
export function declinedOfferLimit(
  _policy: CourtesyPolicy, history: CourtesyHistory, _request: CourtesyRequest, _now: Date, { offerId }: CourtesyOffer,
): OfferCourtesyReason | null {
  let first = Infinity;
  for (const encounter of history.encounters) {
    if (encounter.offerId === offerId && encounter.declinedAt !== null) first = Math.min(first, encounter.declinedAt.getTime());
  }
  return first === Infinity ? null : { code: "declinedOffer", declinedAt: new Date(first).toISOString() };
}
