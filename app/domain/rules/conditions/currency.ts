import { z } from "zod";
import type { OrderFacts } from "../../orders/order-facts";
import { listOf, matchKnown, MatchOne } from "../matching";
import type { Truth } from "../verdict";

const Currencies = listOf(z.string().regex(/^[A-Z]{3}$/, "Not a currency"));

export const CurrencyCondition = z.object({ kind: z.literal("currency"), match: MatchOne, currencies: Currencies });

/** Whether the order is in one, or none, of the currencies. */
export function evaluateCurrency(condition: z.infer<typeof CurrencyCondition>, facts: OrderFacts): Truth {
  return matchKnown(condition.match, condition.currencies, new Set([facts.currency]));
}
