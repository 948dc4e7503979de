import type { CourtesyHistory } from "./history";
import type { CourtesyPolicy } from "./policy";
import type { GeneralCourtesyReason } from "./reason";
import { isSamePage, type CourtesyRequest } from "./request";

/** Shopify's App Store requirement 5.8.4: at most two consecutive offers on one purchase, the downsell included. */
export const MAX_PAGES = 2;

/** Never a third page on one purchase at one placement, and no second one but after a decline of the first. */
export function funnelEndLimit(_policy: CourtesyPolicy, history: CourtesyHistory, request: CourtesyRequest): GeneralCourtesyReason | null {
  const pages = history.encounters.filter(
    (encounter) => encounter.placement === request.placement && encounter.referenceId === request.referenceId && !isSamePage(encounter, request),
  );
  const isAnswer = request.step === 1 || pages.some(({ step, declinedAt }) => step === 1 && declinedAt !== null);
  return pages.length >= MAX_PAGES || pages.some(({ step }) => step > request.step) || !isAnswer ? { code: "funnelEnded", pages: pages.length } : null;
}
