import { z } from "zod";
import type { OrderFacts } from "../../orders/order-facts";
import { checkAmounts, Currency, inRange, Limit } from "../range";
import type { Truth } from "../verdict";

/** Limits are minor units of `currency`. */
export const LifetimeSpendCondition = z.object({
  kind: z.literal("lifetimeSpend"),
  currency: Currency,
  minMinor: Limit,
  maxMinor: Limit,
}).superRefine(checkAmounts);

/** Whether the customer's orders before this one come to a sum within the limits; unknown in another currency. */
export function evaluateLifetimeSpend(condition: z.infer<typeof LifetimeSpendCondition>, { customer }: OrderFacts): Truth {
  const spent = customer?.spent;
  return inRange(spent?.currency === condition.currency ? spent.minor : null, condition.minMinor, condition.maxMinor);
}
