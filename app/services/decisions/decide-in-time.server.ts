import type { DecisionReply } from "../../domain/decisions/contract";
import { log } from "../../log.server";
import type { Purchase } from "../../shopify/decisions/post-purchase-input";
import { decideForPurchase } from "./decide-for-purchase.server";

/** The page waits for a second in all, the way there and back included. */
const patienceMs = 800;
const nothing: DecisionReply = { render: false };

/** As decideForPurchase, but no failure and no delay ever reaches a buyer: both mean that nothing is offered. */
export async function decideInTime(purchase: Purchase, after: string | null, now: Date): Promise<DecisionReply> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<DecisionReply>((resolve) => {
    timer = setTimeout(() => {
      log.warn({ shop: purchase.shop }, "a decision took too long; nothing was offered");
      resolve(nothing);
    }, patienceMs);
  });
  const decided = decideForPurchase(purchase, after, now).catch((thrown: unknown) => {
    log.error({ err: thrown, shop: purchase.shop }, "a decision failed; nothing was offered");
    return nothing;
  });
  try {
    return await Promise.race([decided, late]);
  } finally {
    clearTimeout(timer);
  }
}
