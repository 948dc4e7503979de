import { z } from "zod";
import type { OrderFacts } from "../../orders/order-facts";
import { MatchOne, matchTexts } from "../matching";
import type { Truth } from "../verdict";
import { CountryCodes } from "./country";

export const BillingCountryCondition = z.object({ kind: z.literal("billingCountry"), match: MatchOne, countryCodes: CountryCodes });

/** Whether the order is billed to one, or none, of the countries. */
export function evaluateBillingCountry(condition: z.infer<typeof BillingCountryCondition>, { checkout }: OrderFacts): Truth {
  const code = checkout?.billingCountryCode;
  return matchTexts(condition.match, condition.countryCodes, typeof code === "string" ? [code] : null);
}
