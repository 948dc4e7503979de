import { recordDecline, recordImpression } from "../../data/decisions/decisions.server";
import type { BlockDecline, BlockImpression } from "../../domain/placements/contract";
import type { ExtensionCaller } from "../../shopify/placements/extension-token.server";
import { findOwnDecision } from "./own-decision.server";

/** Notes that a block was really seen, once; silent about decisions that are not the caller's. */
export async function noteBlockImpression(caller: ExtensionCaller, request: BlockImpression, now: Date): Promise<void> {
  const decision = await findOwnDecision(caller, request);
  if (decision) await recordImpression(caller.shop, decision.id, decision.referenceId, now);
}

/** Notes a no: the offer is made to this customer nowhere again. Silent as above. */
export async function noteBlockDecline(caller: ExtensionCaller, request: BlockDecline, now: Date): Promise<void> {
  const decision = await findOwnDecision(caller, request);
  if (decision) await recordDecline(caller.shop, decision.id, decision.referenceId, now);
}
