import { z } from "zod";
import type { OrderFacts } from "../../orders/order-facts";
import { happenedWithin, WithinDays } from "../days";
import type { Truth } from "../verdict";
import { truthOf } from "../verdict";

/** `hasHappened` false asks for customers to whom it did not happen. */
export const EncounterCondition = z.object({
  kind: z.literal("encounter"),
  what: z.enum(["impression", "acceptance", "decline"]),
  offer: z.enum(["this", "any"]),
  hasHappened: z.boolean("Choose one"),
  withinDays: WithinDays,
});

/** Whether the customer saw, accepted or declined this offer, or any, before: ever or in the last days. */
export function evaluateEncounter(condition: z.infer<typeof EncounterCondition>, { encounters }: OrderFacts, offerId: string | null): Truth {
  if (!encounters || (condition.offer === "this" && offerId === null)) return "unknown";
  const days = encounters[condition.what];
  const matching = condition.offer === "any" ? Object.values(days) : [days[offerId ?? ""]];
  return truthOf(matching.some((ago) => happenedWithin(ago, condition.withinDays)) === condition.hasHappened);
}
