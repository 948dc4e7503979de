import { z } from "zod";
import type { OrderFacts } from "../../orders/order-facts";
import { Match, matchTexts, Texts } from "../matching";
import type { Truth } from "../verdict";

export const CustomerTagCondition = z.object({ kind: z.literal("customerTag"), match: Match, tags: Texts });

/** Whether the customer has any, all, none or only of the tags. */
export function evaluateCustomerTag(condition: z.infer<typeof CustomerTagCondition>, { customer }: OrderFacts): Truth {
  return matchTexts(condition.match, condition.tags, customer?.tags);
}
