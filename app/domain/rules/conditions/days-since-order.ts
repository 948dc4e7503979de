import { z } from "zod";
import type { OrderFacts } from "../../orders/order-facts";
import { checkRange, inRange, Limit } from "../range";
import type { Truth } from "../verdict";

export const DaysSinceOrderCondition = z.object({ kind: z.literal("daysSinceOrder"), min: Limit, max: Limit }).superRefine(checkRange);

/** Whether the customer's last order before this one is so many whole days past; not met on a first order. */
export function evaluateDaysSinceOrder(condition: z.infer<typeof DaysSinceOrderCondition>, { customer, priorOrders }: OrderFacts): Truth {
  return priorOrders === 0 ? "notMet" : inRange(customer?.daysSinceLastOrder, condition.min, condition.max);
}
