import { z } from "zod";
import type { OrderFacts } from "../../orders/order-facts";
import { fold, matchEach, MatchOne, TextsOrNone } from "../matching";
import type { Truth } from "../verdict";
import { truthOf } from "../verdict";

/** An empty list means any code at all. */
export const DiscountCodeCondition = z.object({ kind: z.literal("discountCode"), match: MatchOne, codes: TextsOrNone });

/** Whether one, or none, of the codes was used; with no codes named, whether any code at all was. */
export function evaluateDiscountCode(condition: z.infer<typeof DiscountCodeCondition>, facts: OrderFacts): Truth {
  if (facts.discountCodes === null) return "unknown";
  const used = new Set(facts.discountCodes.map(fold));
  const found = condition.codes.length === 0 ? used.size > 0 : condition.codes.some((code) => used.has(fold(code)));
  return matchEach(condition.match, [truthOf(found)]);
}
