import { z } from "zod";
import type { OrderFacts } from "../../orders/order-facts";
import type { Truth } from "../verdict";
import { truthOf } from "../verdict";

export const LoggedInCondition = z.object({ kind: z.literal("loggedIn"), isLoggedIn: z.boolean("Choose one") });

/** Whether the shopper is logged in to their account, or is not. */
export function evaluateLoggedIn({ isLoggedIn }: z.infer<typeof LoggedInCondition>, { customer }: OrderFacts): Truth {
  const known = customer?.isLoggedIn;
  return known === null || known === undefined ? "unknown" : truthOf(known === isLoggedIn);
}
