import { recordOutcome } from "../../data/decisions/acceptances.server";
import { recordDecline, recordImpression } from "../../data/decisions/decisions.server";
import type { ImpressionRequest, OutcomeRequest } from "../../domain/decisions/contract";
import type { Purchase } from "../../shopify/decisions/post-purchase-input";

/** Notes that an offer was seen; silent about decisions that are not this purchase's. */
export async function noteImpression({ shop, facts }: Purchase, { decisionId }: ImpressionRequest, now: Date): Promise<void> {
  await recordImpression(shop, decisionId, facts.referenceId, now);
}

/** Notes what became of an offer by the page's account; only the order itself makes an acceptance count. */
export async function noteOutcome({ shop, facts }: Purchase, request: OutcomeRequest, now: Date): Promise<void> {
  const { decisionId, outcome } = request;
  if (outcome === "declined") return recordDecline(shop, decisionId, facts.referenceId, now);
  const reported = outcome === "applied" ? { state: outcome } : { state: outcome, errorCode: request.errorCode };
  return recordOutcome(shop, decisionId, facts.referenceId, reported, now);
}
