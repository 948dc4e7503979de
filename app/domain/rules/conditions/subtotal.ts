import { z } from "zod";
import type { OrderFacts } from "../../orders/order-facts";
import { checkAmounts, Currency, inRange, Limit } from "../range";
import type { Truth } from "../verdict";

/** Limits are minor units of `currency`. */
export const SubtotalCondition = z.object({
  kind: z.literal("subtotal"),
  currency: Currency,
  minMinor: Limit,
  maxMinor: Limit,
}).superRefine(checkAmounts);

/** Whether the lines together, after their discounts and before shipping, lie within the limits; unknown in another currency. */
export function evaluateSubtotal(condition: z.infer<typeof SubtotalCondition>, facts: OrderFacts): Truth {
  const subtotalMinor = facts.lines.reduce((sum, line) => sum + line.totalMinor, 0);
  return inRange(facts.currency === condition.currency ? subtotalMinor : null, condition.minMinor, condition.maxMinor);
}
