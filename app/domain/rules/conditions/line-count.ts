import { z } from "zod";
import type { OrderFacts } from "../../orders/order-facts";
import { checkRange, inRange, Limit } from "../range";
import type { Truth } from "../verdict";

export const LineCountCondition = z.object({ kind: z.literal("lineCount"), min: Limit, max: Limit }).superRefine(checkRange);

/** Whether the number of lines (not units) lies within the limits. */
export function evaluateLineCount(condition: z.infer<typeof LineCountCondition>, facts: OrderFacts): Truth {
  return inRange(facts.lines.length, condition.min, condition.max);
}
