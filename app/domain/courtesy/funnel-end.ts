import type { CourtesyHistory } from "./history";
import type { CourtesyPolicy } from "./policy";
import type { GeneralCourtesyReason } from "./reason";
import { isPageBefore, type CourtesyRequest } from "./request";

/**
 * Shopify's App Store requirement 5.8.4: at most two consecutive offers on one purchase, the downsell included. The
 * second page follows a decline of the first, and nothing follows the second.
 */
export function funnelEndLimit(_policy: CourtesyPolicy, history: CourtesyHistory, request: CourtesyRequest): GeneralCourtesyReason | null {
  const pages = history.encounters.filter(({ placement, referenceId, step }) => placement === request.placement && referenceId === request.referenceId && step !== request.step);
  const mayFollow = request.step === 1 ? pages.length === 0 : pages.some((page) => isPageBefore(page, request) && page.declinedAt !== null);
  return mayFollow ? null : { code: "funnelEnded", pages: pages.length };
}
