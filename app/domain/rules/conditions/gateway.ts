import { z } from "zod";
import type { OrderFacts } from "../../orders/order-facts";
import { MatchOne, matchTexts, Texts } from "../matching";
import type { Truth } from "../verdict";

export const GatewayCondition = z.object({ kind: z.literal("gateway"), match: MatchOne, gateways: Texts });

/** Whether the order was paid through one, or none, of the payment gateways. */
export function evaluateGateway(condition: z.infer<typeof GatewayCondition>, facts: OrderFacts): Truth {
  return matchTexts(condition.match, condition.gateways, facts.checkout?.gateways);
}
