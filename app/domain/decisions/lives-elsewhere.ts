import type { Placement } from "../offers/placement";
import type { CustomerHistory, DecisionRequest } from "./decision";

/**
 * The other placement at which this customer saw an offer that is still open there, or null: one offer lives in one place
 * at a time. Of a guest only this purchase is looked at. What was answered is courtesy's to judge.
 */
export function livesElsewhere(offerId: string, { placement, facts }: DecisionRequest, { courtesy }: CustomerHistory, now: Date): Placement | null {
  const found = courtesy?.encounters.find((encounter) =>
    encounter.offerId === offerId && encounter.placement !== placement && encounter.shownAt !== null && encounter.declinedAt === null
    && encounter.expiresAt > now && (facts.customerKey !== null || encounter.referenceId === facts.referenceId));
  return found?.placement ?? null;
}
