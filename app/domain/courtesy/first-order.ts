import type { CourtesyHistory } from "./history";
import type { CourtesyPolicy } from "./policy";
import type { GeneralCourtesyReason } from "./reason";
import type { CourtesyRequest } from "./request";

/** Where the policy says so, a first order is thanked for and no more; one of which it is not known counts as first. */
export function firstOrderLimit(policy: CourtesyPolicy, _history: CourtesyHistory, { priorOrders }: CourtesyRequest): GeneralCourtesyReason | null {
  if (!policy.isFirstOrderThanksOnly || (priorOrders !== null && priorOrders > 0)) return null;
  return { code: "firstOrder", isKnown: priorOrders !== null };
}
