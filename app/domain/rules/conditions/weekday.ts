import { z } from "zod";
import type { OrderFacts } from "../../orders/order-facts";
import { listOf } from "../matching";
import type { Truth } from "../verdict";
import { truthOf } from "../verdict";

/** 1 is Monday, 7 is Sunday. */
export const WeekdayCondition = z.object({ kind: z.literal("weekday"), days: listOf(z.int().min(1).max(7)) });

/** Whether it is one of the days of the week at the shop. */
export function evaluateWeekday({ days }: z.infer<typeof WeekdayCondition>, { moment }: OrderFacts): Truth {
  return moment ? truthOf(days.includes(moment.weekday)) : "unknown";
}
