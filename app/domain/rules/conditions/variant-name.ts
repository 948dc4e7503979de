import { z } from "zod";
import type { OrderFacts } from "../../orders/order-facts";
import { fold, Match, matchLines, Texts } from "../matching";
import type { Truth } from "../verdict";
import { truthOf } from "../verdict";

export const VariantNameCondition = z.object({ kind: z.literal("variantName"), match: Match, names: Texts });

/** Whether variants with any, all or none of the names are in the order; "Red" names "Red" and "Large / Red". */
export function evaluateVariantName(condition: z.infer<typeof VariantNameCondition>, facts: OrderFacts): Truth {
  return matchLines(condition.match, condition.names.map(fold), facts, ({ variantTitle }, name) => (
    variantTitle === null || variantTitle === undefined ? "unknown" : truthOf(namesIn(variantTitle).includes(name))
  ));
}

/** A variant's whole title, and each of the options that Shopify joins to it. */
function namesIn(title: string): string[] {
  return [fold(title), ...title.split(" / ").map(fold)];
}
