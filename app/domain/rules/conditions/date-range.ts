import { z } from "zod";
import type { OrderFacts } from "../../orders/order-facts";
import type { Truth } from "../verdict";
import { truthOf } from "../verdict";

const LocalDate = z.iso.date("Not a date").optional();

/** Days on the shop's calendar, both inclusive. */
export const DateRangeCondition = z.object({ kind: z.literal("dateRange"), from: LocalDate, to: LocalDate }).superRefine(({ from, to }, context) => {
  if (from === undefined && to === undefined) context.addIssue({ code: "custom", message: "Set a first day, a last day or both" });
  else if (from !== undefined && to !== undefined && from > to) context.addIssue({ code: "custom", message: "The last day is before the first" });
});

/** Whether it is one of the days at the shop. */
export function evaluateDateRange({ from, to }: z.infer<typeof DateRangeCondition>, { moment }: OrderFacts): Truth {
  if (!moment) return "unknown";
  // Dates of one form compare as text.
  return truthOf((from === undefined || moment.date >= from) && (to === undefined || moment.date <= to));
}
