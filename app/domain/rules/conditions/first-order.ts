import { z } from "zod";
import type { OrderFacts } from "../../orders/order-facts";
import type { Truth } from "../verdict";
import { truthOf } from "../verdict";

export const FirstOrderCondition = z.object({ kind: z.literal("firstOrder"), isFirst: z.boolean("Choose one") });

/** Whether this is the customer's first order, or is not; unknown for a guest who cannot be recognised. */
export function evaluateFirstOrder({ isFirst }: z.infer<typeof FirstOrderCondition>, { priorOrders }: OrderFacts): Truth {
  return priorOrders === null ? "unknown" : truthOf((priorOrders === 0) === isFirst);
}
