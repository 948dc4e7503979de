import { quietUntil } from "./days";
import type { CourtesyHistory } from "./history";
import type { CourtesyPolicy } from "./policy";
import type { GeneralCourtesyReason } from "./reason";
import { isPageBefore, type CourtesyRequest } from "./request";

/** Quiet for the policy's days after any no, wherever it was said; the second page of a funnel answers its first. */
export function quietAfterDeclineLimit(policy: CourtesyPolicy, history: CourtesyHistory, request: CourtesyRequest, now: Date): GeneralCourtesyReason | null {
  const declines: Date[] = [];
  for (const encounter of history.encounters) if (encounter.declinedAt !== null && !isPageBefore(encounter, request)) declines.push(encounter.declinedAt);
  const until = quietUntil(declines, policy.quietDaysAfterDecline, now);
  return until && { code: "quietAfterDecline", until: until.toISOString() };
}
