import { z } from "zod";
import type { OrderFacts } from "../../orders/order-facts";
import { fold, Match, matchCatalogue, Texts } from "../matching";
import type { Truth } from "../verdict";

export const VendorCondition = z.object({ kind: z.literal("vendor"), match: Match, vendors: Texts });

/** Whether products of any, all or none of the vendors are in the order. */
export function evaluateVendor(condition: z.infer<typeof VendorCondition>, facts: OrderFacts): Truth {
  return matchCatalogue(condition.match, condition.vendors.map(fold), facts, (line, vendor) => fold(line.catalogue.vendor) === vendor);
}
