import { z } from "zod";
import type { LineFacts, OrderFacts } from "../../orders/order-facts";
import { fold, Match, matchLines, Texts } from "../matching";
import type { Truth } from "../verdict";
import { truthOf } from "../verdict";

const Key = z.string().trim().regex(/^[\w-]{2,255}\.[\w-]{2,64}$/, "Write it as namespace.key");

export const MetafieldCondition = z.object({ kind: z.literal("metafield"), key: Key, match: Match, values: Texts });

/** Whether products whose metafield has any, all or none of the values are in the order; a list has each of its entries. */
export function evaluateMetafield(condition: z.infer<typeof MetafieldCondition>, facts: OrderFacts): Truth {
  return matchLines(condition.match, condition.values.map(fold), facts, (line, value) => {
    const there = valuesOf(line, condition.key);
    return there === null ? "unknown" : truthOf(there.includes(value));
  });
}

/** Null while it is not known what a line's product has there. */
function valuesOf({ metafields }: LineFacts, key: string): string[] | null {
  const found = metafields?.find((metafield) => metafield.key === key);
  if (!found) return null;
  return found.value === null ? [] : [found.value, ...entriesOf(found.value)].map(fold);
}

/** Shopify writes metafields that are lists as JSON. */
function entriesOf(value: string): string[] {
  if (!value.startsWith("[")) return [];
  try {
    const parsed: unknown = JSON.parse(value);
    return Array.isArray(parsed) ? parsed.filter((entry) => typeof entry === "string" || typeof entry === "number").map(String) : [];
  } catch {
    return [];
  }
}
