import { z } from "zod";
import type { OrderFacts } from "../../orders/order-facts";
import { fold, matchEach, MatchOne, Text, TextsOrNone } from "../matching";
import type { Truth } from "../verdict";
import { truthOf } from "../verdict";

/** An empty list means any value at all. */
export const NoteAttributeCondition = z.object({ kind: z.literal("noteAttribute"), name: Text, match: MatchOne, values: TextsOrNone });

/** Whether the order's note attribute has one, or none, of the values; with no values named, whether it has one at all. */
export function evaluateNoteAttribute(condition: z.infer<typeof NoteAttributeCondition>, { checkout }: OrderFacts): Truth {
  const attributes = checkout?.noteAttributes;
  if (attributes === null || attributes === undefined) return "unknown";
  const there = attributes.filter(({ name, value }) => fold(name) === fold(condition.name) && value.trim() !== "").map(({ value }) => fold(value));
  const found = condition.values.length === 0 ? there.length > 0 : condition.values.some((value) => there.includes(fold(value)));
  return matchEach(condition.match, [truthOf(found)]);
}
