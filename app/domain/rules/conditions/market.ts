import { z } from "zod";
import type { OrderFacts } from "../../orders/order-facts";
import { MatchOne, matchTexts, Texts } from "../matching";
import type { Truth } from "../verdict";

/** By the market's handle. */
export const MarketCondition = z.object({ kind: z.literal("market"), match: MatchOne, markets: Texts });

/** Whether the order was placed in one, or none, of the markets. */
export function evaluateMarket(condition: z.infer<typeof MarketCondition>, { checkout }: OrderFacts): Truth {
  const market = checkout?.market;
  return matchTexts(condition.match, condition.markets, typeof market === "string" ? [market] : null);
}
