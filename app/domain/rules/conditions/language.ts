import { z } from "zod";
import type { OrderFacts } from "../../orders/order-facts";
import { fold, listOf, matchEach, MatchOne } from "../matching";
import type { Truth } from "../verdict";
import { truthOf } from "../verdict";

const Languages = listOf(z.string().regex(/^[a-z]{2,3}(?:-[A-Za-z]{2,4})?$/, "Not a language"));

/** "fr" stands for French wherever it is spoken, "fr-CA" for that of Canada alone. */
export const LanguageCondition = z.object({ kind: z.literal("language"), match: MatchOne, languages: Languages });

/** Whether the shopper reads the shop in one, or none, of the languages. */
export function evaluateLanguage({ match, languages }: z.infer<typeof LanguageCondition>, { locale }: OrderFacts): Truth {
  const read = fold(locale);
  return matchEach(match, [truthOf(languages.map(fold).some((language) => read === language || read.startsWith(`${language}-`)))]);
}
