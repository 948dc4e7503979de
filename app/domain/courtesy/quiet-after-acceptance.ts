import { quietUntil } from "./days";
import type { CourtesyHistory } from "./history";
import type { CourtesyPolicy } from "./policy";
import type { GeneralCourtesyReason } from "./reason";
import type { CourtesyRequest } from "./request";

/** Quiet for the policy's days after any yes: who just bought more is left in peace. */
export function quietAfterAcceptanceLimit(policy: CourtesyPolicy, history: CourtesyHistory, _request: CourtesyRequest, now: Date): GeneralCourtesyReason | null {
  const acceptances: Date[] = [];
  for (const { acceptedAt } of history.encounters) if (acceptedAt !== null) acceptances.push(acceptedAt);
  const until = quietUntil(acceptances, policy.quietDaysAfterAcceptance, now);
  return until && { code: "quietAfterAcceptance", until: until.toISOString() };
}
