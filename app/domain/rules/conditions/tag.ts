import { z } from "zod";
import type { OrderFacts } from "../../orders/order-facts";
import { fold, Match, matchCatalogue, Texts } from "../matching";
import type { Truth } from "../verdict";

export const TagCondition = z.object({ kind: z.literal("tag"), match: Match, tags: Texts });

/** Whether products with any, all or none of the tags are in the order; one product need not have them all. */
export function evaluateTag(condition: z.infer<typeof TagCondition>, facts: OrderFacts): Truth {
  return matchCatalogue(condition.match, condition.tags.map(fold), facts, (line, tag) => line.catalogue.tags.some((own) => fold(own) === tag));
}
