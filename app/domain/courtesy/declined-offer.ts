import type { CourtesyHistory } from "./history";
import type { CourtesyPolicy } from "./policy";
import type { OfferCourtesyReason } from "./reason";
import type { CourtesyOffer, CourtesyRequest } from "./request";

/** After no, never the same offer again: not on another placement, not in another version, whatever the policy. */
export function declinedOfferLimit(
  _policy: CourtesyPolicy, history: CourtesyHistory, _request: CourtesyRequest, _now: Date, { offerId }: CourtesyOffer,
): OfferCourtesyReason | null {
  const declines = history.encounters.flatMap((encounter) => (encounter.offerId === offerId && encounter.declinedAt ? [encounter.declinedAt.getTime()] : []));
  return declines.length === 0 ? null : { code: "declinedOffer", declinedAt: new Date(Math.min(...declines)).toISOString() };
}
