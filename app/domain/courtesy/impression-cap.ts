import { daysAfter } from "./days";
import type { CourtesyHistory, Encounter } from "./history";
import type { CourtesyPolicy } from "./policy";
import type { GeneralCourtesyReason } from "./reason";
import { isSamePage, type CourtesyRequest } from "./request";

const WINDOW_DAYS = 30;

/**
 * No more impressions than the policy's number in any 30 days, all placements together. An offer that was made and may
 * still be seen counts as seen, so that pages decided side by side cannot pass the cap between them.
 */
export function impressionCapLimit(policy: CourtesyPolicy, history: CourtesyHistory, request: CourtesyRequest, now: Date): GeneralCourtesyReason | null {
  const cap = policy.impressionsPer30Days;
  if (history.encounters.length < cap) return null;
  const ends = history.encounters
    .map((encounter) => countedUntil(encounter, request))
    .filter((until) => until > now)
    .sort((one, other) => other.getTime() - one.getTime());
  // Below the cap again once the cap-th latest no longer counts.
  const until = ends[cap - 1];
  return until ? { code: "impressionCap", impressions: ends.length, cap, until: until.toISOString() } : null;
}

function countedUntil(encounter: Encounter, request: CourtesyRequest): Date {
  if (encounter.shownAt) return daysAfter(encounter.shownAt, WINDOW_DAYS);
  // An answer proves that it was seen, even if the message that said so was lost.
  const answeredAt = encounter.declinedAt ?? encounter.acceptedAt;
  if (answeredAt) return daysAfter(answeredAt, WINDOW_DAYS);
  return isSamePage(encounter, request) ? new Date(0) : encounter.expiresAt;
}
