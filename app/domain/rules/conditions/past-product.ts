import { z } from "zod";
import type { OrderFacts } from "../../orders/order-facts";
import { happenedWithin, WithinDays } from "../days";
import { Ids, matchEach } from "../matching";
import type { Truth } from "../verdict";
import { truthOf } from "../verdict";

export const PastProductCondition = z.object({
  kind: z.literal("pastProduct"),
  match: z.enum(["any", "all", "none"]),
  productIds: Ids,
  withinDays: WithinDays,
});

/** Whether the customer bought any, all or none of the products before this order, ever or in the last days. */
export function evaluatePastProduct({ match, productIds, withinDays }: z.infer<typeof PastProductCondition>, { customer }: OrderFacts): Truth {
  const bought = customer?.daysSinceBought;
  if (bought === null || bought === undefined) return "unknown";
  return matchEach(match, productIds.map((id) => truthOf(happenedWithin(bought[id], withinDays))));
}
