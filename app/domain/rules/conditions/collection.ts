import { z } from "zod";
import type { OrderFacts } from "../../orders/order-facts";
import { Ids, Match, matchCatalogue } from "../matching";
import type { Truth } from "../verdict";

export const CollectionCondition = z.object({ kind: z.literal("collection"), match: Match, collectionIds: Ids });

/** Whether products of any, all or none of the collections are in the order. */
export function evaluateCollection(condition: z.infer<typeof CollectionCondition>, facts: OrderFacts): Truth {
  return matchCatalogue(condition.match, condition.collectionIds, facts, (line, id) => line.catalogue.collectionIds.includes(id));
}
