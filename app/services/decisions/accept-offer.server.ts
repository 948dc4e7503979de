import { insertAcceptance } from "../../data/decisions/acceptances.server";
import { findDecision } from "../../data/decisions/decisions.server";
import type { Acceptance, StoredDecision } from "../../data/decisions/decision-rows";
import { getSnapshot } from "../../data/decisions/snapshot.server";
import { buildChanges, checkSelection, isDearer, lineAmount } from "../../domain/decisions/changeset";
import type { ChangesetRefusal, ChangesetReply, ChangesetRequest } from "../../domain/decisions/contract";
import { signChangeset } from "../../shopify/decisions/changeset-token.server";
import { findPriceNow } from "../../shopify/decisions/price-now.server";
import type { Purchase } from "../../shopify/decisions/post-purchase-input";

/**
 * Signs the edit that adds an accepted item, or says why not. What is signed comes from the stored decision, and the
 * stored acceptance alone makes the token: any number of the same request, at once or later, gives one token. Another
 * choice after one was signed is refused, since the first token may still be applied.
 */
export async function acceptOffer({ shop, facts }: Purchase, request: ChangesetRequest, now: Date): Promise<ChangesetReply> {
  const { decisionId, variantId, quantity } = request;
  const decision = await findDecision(shop, decisionId);
  if (!decision) return { refused: "unknownDecision" };
  const mismatch = mismatchOf(decision, facts.referenceId, request);
  if (mismatch) return { refused: mismatch };
  if (decision.acceptance) return replyFor(decision, decision.acceptance, request);
  if (decision.declinedAt) return { refused: "declined" };

  const { presented, expiresAt } = decision;
  const snapshot = await getSnapshot(shop, now);
  if (!snapshot || !presented) return { refused: "notOffered" };
  const refused = checkSelection({ presented, selection: request, snapshot, expiresAt, now });
  if (refused) return { refused };
  // The mirror is seconds behind Shopify.
  const priceMinor = await findPriceNow(shop, variantId, presented.currency, now);
  if (priceMinor !== null && isDearer(presented, variantId, priceMinor)) return { refused: "changed" };

  const changes = buildChanges(presented, variantId, quantity);
  await insertAcceptance(shop, { decisionId, variantId, quantity, changes, amountMinor: lineAmount(presented, variantId, quantity), now });

  const stored = await findDecision(shop, decisionId);
  if (stored?.acceptance) return replyFor(stored, stored.acceptance, request);
  if (!stored) return { refused: "unknownDecision" };
  return { refused: stored.declinedAt ? "declined" : "tooMany" };
}

function mismatchOf(decision: StoredDecision, referenceId: string, { offerId }: ChangesetRequest): ChangesetRefusal | null {
  if (decision.referenceId !== referenceId) return "otherOrder";
  return decision.outcome === "offered" && decision.presented && decision.offerId === offerId ? null : "notOffered";
}

function replyFor(
  { referenceId }: StoredDecision,
  { variantId, quantity, jti, issuedAt, changes }: Acceptance,
  wanted: ChangesetRequest,
): ChangesetReply {
  if (variantId !== wanted.variantId || quantity !== wanted.quantity) return { refused: "alreadyAccepted" };
  return { token: signChangeset({ referenceId, jti, issuedAt, changes }) };
}
