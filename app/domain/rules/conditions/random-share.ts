import { z } from "zod";
import type { OrderFacts } from "../../orders/order-facts";
import { stablePoint } from "../../orders/stable-point";
import type { Truth } from "../verdict";
import { truthOf } from "../verdict";

/** Rules that name the same `group` (which may be empty) mean the same customers; other groups are drawn anew. */
export const RandomShareCondition = z.object({
  kind: z.literal("randomShare"),
  percent: z.int("Use a whole percentage").min(1, "Use 1 to 99 %").max(99, "Use 1 to 99 %"),
  group: z.string().trim().max(100, "At most 100 characters"),
});

/** Whether the customer belongs to a random share: by a stable hash, so always the same ones; without a customer, the purchase. */
export function evaluateRandomShare({ percent, group }: z.infer<typeof RandomShareCondition>, { customerKey, referenceId }: OrderFacts): Truth {
  return truthOf(stablePoint(`share ${group}`, customerKey ?? referenceId) * 100 < percent);
}
