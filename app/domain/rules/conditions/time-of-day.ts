import { z } from "zod";
import type { OrderFacts } from "../../orders/order-facts";
import type { Truth } from "../verdict";
import { truthOf } from "../verdict";

const LocalTime = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, "Not a time");

/** On the shop's clock, the start included and the end not; an end before the start is on the next day. */
export const TimeOfDayCondition = z.object({ kind: z.literal("timeOfDay"), from: LocalTime, to: LocalTime }).superRefine(({ from, to }, context) => {
  if (from === to) context.addIssue({ code: "custom", message: "The end has to differ from the start" });
});

/** Whether the shop's clock shows a time between the two. */
export function evaluateTimeOfDay({ from, to }: z.infer<typeof TimeOfDayCondition>, { moment }: OrderFacts): Truth {
  if (!moment) return "unknown";
  const start = minuteOf(from);
  const end = minuteOf(to);
  const begun = moment.minute >= start;
  const over = moment.minute >= end;
  return truthOf(start < end ? begun && !over : begun || !over);
}

function minuteOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}
