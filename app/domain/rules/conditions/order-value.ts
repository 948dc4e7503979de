import { z } from "zod";
import type { OrderFacts } from "../../orders/order-facts";
import { checkAmounts, Currency, inRange, Limit } from "../range";
import type { Truth } from "../verdict";

/** Limits are minor units of `currency`. */
export const OrderValueCondition = z.object({
  kind: z.literal("orderValue"),
  currency: Currency,
  minMinor: Limit,
  maxMinor: Limit,
}).superRefine(checkAmounts);

/** Whether the order's total lies within the limits; an order in another currency is unknown, as no rate is guessed. */
export function evaluateOrderValue(condition: z.infer<typeof OrderValueCondition>, facts: OrderFacts): Truth {
  return inRange(facts.currency === condition.currency ? facts.totalMinor : null, condition.minMinor, condition.maxMinor);
}
