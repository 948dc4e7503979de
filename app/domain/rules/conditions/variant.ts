import { z } from "zod";
import type { OrderFacts } from "../../orders/order-facts";
import { Ids, Match, matchKnown } from "../matching";
import type { Truth } from "../verdict";

export const VariantCondition = z.object({ kind: z.literal("variant"), match: Match, variantIds: Ids });

/** Whether any, all or none of the variants are in the order. */
export function evaluateVariant(condition: z.infer<typeof VariantCondition>, facts: OrderFacts): Truth {
  return matchKnown(condition.match, condition.variantIds, new Set(facts.lines.map((line) => line.variantId)));
}
