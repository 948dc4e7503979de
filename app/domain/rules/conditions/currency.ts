import { z } from "zod";
import type { OrderFacts } from "../../orders/order-facts";
import { matchKnown } from "../matching";
import type { Truth } from "../verdict";

export const CurrencyCondition = z.object({
  kind: z.literal("currency"),
  match: z.enum(["any", "none"]),
  currencies: z.array(z.string().regex(/^[A-Z]{3}$/, "Not a currency")).min(1, "Choose at least one").max(180, "At most 180"),
});

/** Whether the order is in one, or none, of the currencies. */
export function evaluateCurrency(condition: z.infer<typeof CurrencyCondition>, facts: OrderFacts): Truth {
  return matchKnown(condition.match, condition.currencies, new Set([facts.currency]));
}
