import type { CourtesyHistory } from "./history";
import type { CourtesyPolicy } from "./policy";
import type { GeneralCourtesyReason } from "./reason";

/** "Don't show me offers" holds at once and for good; no policy weakens it. */
export function optOutLimit(_policy: CourtesyPolicy, history: CourtesyHistory): GeneralCourtesyReason | null {
  return history.optedOutAt === null ? null : { code: "optedOut", since: history.optedOutAt.toISOString() };
}
