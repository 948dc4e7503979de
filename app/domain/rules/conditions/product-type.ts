import { z } from "zod";
import type { OrderFacts } from "../../orders/order-facts";
import { fold, Match, matchCatalogue, Texts } from "../matching";
import type { Truth } from "../verdict";

export const ProductTypeCondition = z.object({ kind: z.literal("productType"), match: Match, productTypes: Texts });

/** Whether products of any, all or none of the types are in the order. */
export function evaluateProductType(condition: z.infer<typeof ProductTypeCondition>, facts: OrderFacts): Truth {
  return matchCatalogue(condition.match, condition.productTypes.map(fold), facts, (line, type) => fold(line.catalogue.productType) === type);
}
