import { findDecision } from "../../data/decisions/decisions.server";
import type { StoredDecision } from "../../data/decisions/decision-rows";
import { customerKeyOf } from "../../domain/orders/customer-key";
import type { ExtensionCaller } from "../../shopify/placements/extension-token.server";

export interface DecisionRef {
  decisionId: string;
  checkoutToken?: string | undefined;
}

/**
 * A decision of this caller's: made for the customer who is logged in, or on the purchase that the token names. Null for
 * anybody else's, which the caller cannot tell from one that does not exist.
 */
export async function findOwnDecision({ shop, customerId }: ExtensionCaller, { decisionId, checkoutToken }: DecisionRef): Promise<StoredDecision | null> {
  const decision = await findDecision(shop, decisionId);
  if (!decision || decision.placement === "post-purchase") return null;
  const isOwnPurchase = checkoutToken !== undefined && decision.placement !== "account" && decision.referenceId === checkoutToken;
  const isOwn = customerId !== null && decision.customerKey === customerKeyOf({ customerId });
  return isOwnPurchase || isOwn ? decision : null;
}
