import { z } from "zod";
import type { OrderFacts } from "../../orders/order-facts";
import { matchLines } from "../matching";
import type { Truth } from "../verdict";
import { truthOf } from "../verdict";

export const PurchaseTypeCondition = z.object({
  kind: z.literal("purchaseType"),
  match: z.enum(["any", "none", "only"]),
  type: z.enum(["subscription", "oneTime"]),
});

/** Whether some, none or only subscriptions (or one-time purchases) are in the order; a selling plan makes a subscription. */
export function evaluatePurchaseType({ match, type }: z.infer<typeof PurchaseTypeCondition>, facts: OrderFacts): Truth {
  return matchLines(match, [type === "subscription"], facts, ({ isSubscription }, wanted) => (
    isSubscription === null || isSubscription === undefined ? "unknown" : truthOf(isSubscription === wanted)
  ));
}
