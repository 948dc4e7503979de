import { z } from "zod";
import type { OrderFacts } from "../../orders/order-facts";
import { MatchOne, matchTexts, Texts } from "../matching";
import type { Truth } from "../verdict";

export const ShippingMethodCondition = z.object({ kind: z.literal("shippingMethod"), match: MatchOne, methods: Texts });

/** Whether the order is sent by one, or none, of the shipping methods, by the name that shoppers see. */
export function evaluateShippingMethod(condition: z.infer<typeof ShippingMethodCondition>, facts: OrderFacts): Truth {
  return matchTexts(condition.match, condition.methods, facts.checkout?.shippingMethods);
}
