import { z } from "zod";
import type { OrderFacts } from "../../orders/order-facts";
import { checkRange, inRange, Limit } from "../range";
import type { Truth } from "../verdict";

export const ItemCountCondition = z.object({ kind: z.literal("itemCount"), min: Limit, max: Limit }).superRefine(checkRange);

/** Whether the number of units (not lines) lies within the limits. */
export function evaluateItemCount(condition: z.infer<typeof ItemCountCondition>, facts: OrderFacts): Truth {
  return inRange(facts.lines.reduce((sum, line) => sum + line.quantity, 0), condition.min, condition.max);
}
