import { z } from "zod";
import type { LineFacts, OrderFacts } from "../../orders/order-facts";
import { fold, Ids, Texts } from "../matching";
import { checkRange, inRange, Limit } from "../range";
import type { Truth } from "../verdict";

/** Which of the order's units are counted. */
const Items = z.discriminatedUnion("of", [
  z.object({ of: z.literal("product"), ids: Ids }),
  z.object({ of: z.literal("variant"), ids: Ids }),
  z.object({ of: z.literal("collection"), ids: Ids }),
  z.object({ of: z.literal("tag"), texts: Texts }),
  z.object({ of: z.literal("vendor"), texts: Texts }),
  z.object({ of: z.literal("productType"), texts: Texts }),
]);

export const QuantityCondition = z.object({ kind: z.literal("quantity"), items: Items, min: Limit, max: Limit }).superRefine(checkRange);
type QuantityCondition = z.infer<typeof QuantityCondition>;

/** Whether the units of these items together lie within the limits; unknown while lines that nothing is known of could decide it. */
export function evaluateQuantity({ items, min, max }: QuantityCondition, { lines }: OrderFacts): Truth {
  let least = 0;
  let most = 0;
  for (const line of lines) {
    const counts = isOf(items, line);
    if (counts !== false) most += line.quantity;
    if (counts === true) least += line.quantity;
  }
  const atLeast = inRange(least, min, max);
  if (least === most) return atLeast;
  // Between the two everything is possible: only when all of it lies inside, or all outside, that is an answer.
  if (atLeast === "met") return inRange(most, min, max) === "met" ? "met" : "unknown";
  return (max !== undefined && least > max) || (min !== undefined && most < min) ? "notMet" : "unknown";
}

/** Null while it is not known. */
function isOf(items: QuantityCondition["items"], line: LineFacts): boolean | null {
  if (items.of === "product") return items.ids.includes(line.productId);
  if (items.of === "variant") return items.ids.includes(line.variantId);
  const { catalogue } = line;
  if (catalogue === null) return null;
  switch (items.of) {
    case "collection": return items.ids.some((id) => catalogue.collectionIds.includes(id));
    case "tag": return hasOne(items.texts, catalogue.tags);
    case "vendor": return hasOne(items.texts, [catalogue.vendor]);
    case "productType": return hasOne(items.texts, [catalogue.productType]);
  }
}

function hasOne(wanted: readonly string[], there: readonly string[]): boolean {
  const folded = wanted.map(fold);
  return there.some((text) => folded.includes(fold(text)));
}
