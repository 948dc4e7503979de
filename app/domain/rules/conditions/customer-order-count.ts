import { z } from "zod";
import type { OrderFacts } from "../../orders/order-facts";
import { checkRange, inRange, Limit } from "../range";
import type { Truth } from "../verdict";

export const CustomerOrderCountCondition = z.object({ kind: z.literal("customerOrderCount"), min: Limit, max: Limit }).superRefine(checkRange);

/** Whether the customer's orders before this one lie within the limits; unknown for a guest who cannot be recognised. */
export function evaluateCustomerOrderCount(condition: z.infer<typeof CustomerOrderCountCondition>, facts: OrderFacts): Truth {
  return inRange(facts.priorOrders, condition.min, condition.max);
}
