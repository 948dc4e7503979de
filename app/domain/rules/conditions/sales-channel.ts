import { z } from "zod";
import type { OrderFacts } from "../../orders/order-facts";
import { MatchOne, matchTexts, Texts } from "../matching";
import type { Truth } from "../verdict";

/** Shopify's source names: "web" is the online store, "pos" the point of sale. */
export const SalesChannelCondition = z.object({ kind: z.literal("salesChannel"), match: MatchOne, channels: Texts });

/** Whether the order came by one, or none, of the sales channels. */
export function evaluateSalesChannel(condition: z.infer<typeof SalesChannelCondition>, { checkout }: OrderFacts): Truth {
  const channel = checkout?.channel;
  return matchTexts(condition.match, condition.channels, typeof channel === "string" ? [channel] : null);
}
