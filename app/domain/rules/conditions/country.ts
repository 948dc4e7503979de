import { z } from "zod";
import type { OrderFacts } from "../../orders/order-facts";
import { listOf, matchEach, MatchOne } from "../matching";
import type { Truth } from "../verdict";
import { truthOf } from "../verdict";

export const CountryCodes = listOf(z.string().regex(/^[A-Z]{2}$/, "Not a country code"));

export const CountryCondition = z.object({ kind: z.literal("country"), match: MatchOne, countryCodes: CountryCodes });

/** Whether the order goes to one, or none, of the countries; unknown while the order has no destination. */
export function evaluateCountry(condition: z.infer<typeof CountryCondition>, facts: OrderFacts): Truth {
  const { countryCode } = facts;
  return matchEach(condition.match, [countryCode === null ? "unknown" : truthOf(condition.countryCodes.includes(countryCode))]);
}
