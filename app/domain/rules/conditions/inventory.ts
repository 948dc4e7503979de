import { z } from "zod";
import type { OrderFacts } from "../../orders/order-facts";
import { Ids, matchEach } from "../matching";
import { checkRange, inRange, Limit } from "../range";
import type { Truth } from "../verdict";
import { truthOf } from "../verdict";

/** Units left of each product, all its variants together. */
export const InventoryCondition = z.object({
  kind: z.literal("inventory"),
  match: z.enum(["any", "all", "none"]),
  productIds: Ids,
  min: Limit,
  max: Limit,
}).superRefine(checkRange);

/** Whether any, all or none of the products have stock within the limits; what is not counted has more than any maximum. */
export function evaluateInventory({ match, productIds, min, max }: z.infer<typeof InventoryCondition>, { stock }: OrderFacts): Truth {
  return matchEach(match, productIds.map((id) => {
    const left = stock?.[id];
    return left === "unlimited" ? truthOf(max === undefined) : inRange(left, min, max);
  }));
}
