import type { DecisionReply } from "../../domain/decisions/contract";
import type { Purchase } from "../../shopify/decisions/post-purchase-input";
import { decideForPurchase } from "./decide-for-purchase.server";
import { inTime } from "./in-time.server";

/** As decideForPurchase, but no failure and no delay ever reaches a buyer: both mean that nothing is offered. */
export async function decideInTime(purchase: Purchase, after: string | null, now: Date): Promise<DecisionReply> {
  return inTime<DecisionReply>(purchase.shop, decideForPurchase(purchase, after, now), { render: false });
}
