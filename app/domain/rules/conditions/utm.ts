import { z } from "zod";
import type { OrderFacts } from "../../orders/order-facts";
import { MatchOne, matchTexts, Texts } from "../matching";
import type { Truth } from "../verdict";

export const UtmCondition = z.object({
  kind: z.literal("utm"),
  parameter: z.enum(["source", "medium", "campaign"]),
  match: MatchOne,
  values: Texts,
});

const FIELDS = { source: "utmSource", medium: "utmMedium", campaign: "utmCampaign" } as const;

/** Whether the visit came with one, or none, of the values of utm_source, utm_medium or utm_campaign. */
export function evaluateUtm({ parameter, match, values }: z.infer<typeof UtmCondition>, { visit }: OrderFacts): Truth {
  const value = visit?.[FIELDS[parameter]];
  return matchTexts(match, values, typeof value === "string" ? [value] : null);
}
