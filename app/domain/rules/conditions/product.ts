import { z } from "zod";
import type { OrderFacts } from "../../orders/order-facts";
import { Ids, Match, matchKnown } from "../matching";
import type { Truth } from "../verdict";

export const ProductCondition = z.object({ kind: z.literal("product"), match: Match, productIds: Ids });

/** Whether any, all or none of the products are in the order. */
export function evaluateProduct(condition: z.infer<typeof ProductCondition>, facts: OrderFacts): Truth {
  return matchKnown(condition.match, condition.productIds, new Set(facts.lines.map((line) => line.productId)));
}
