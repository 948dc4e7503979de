import { z } from "zod";
import type { OrderFacts } from "../../orders/order-facts";
import { checkRange, inRange } from "../range";
import type { Truth } from "../verdict";

const Percent = z.int("Must be a whole number").min(0, "Use 0 to 100 %").max(100, "Use 0 to 100 %").optional();

export const DiscountShareCondition = z.object({ kind: z.literal("discountShare"), min: Percent, max: Percent }).superRefine(checkRange);

/** Whether discounts took a share of the items' full price that lies within the limits, in percent; nothing is off what cost nothing. */
export function evaluateDiscountShare(condition: z.infer<typeof DiscountShareCondition>, { checkout, lines }: OrderFacts): Truth {
  const off = checkout?.discountMinor;
  if (off === null || off === undefined) return "unknown";
  const full = lines.reduce((sum, line) => sum + line.totalMinor, off);
  return inRange(full === 0 ? 0 : (off * 100) / full, condition.min, condition.max);
}
