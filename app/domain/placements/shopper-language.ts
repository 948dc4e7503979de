import { z } from "zod";

/** What shoppers may be spoken to in; any other language is answered in the first. */
export const shopperLanguages = ["en", "de", "fr", "es", "it", "nl", "pt", "ja"] as const;
export const ShopperLanguage = z.enum(shopperLanguages);
export type ShopperLanguage = z.infer<typeof ShopperLanguage>;

/** The language of a BCP 47 tag: "pt-BR" is answered in "pt", "sv" in "en". */
export function shopperLanguageOf(locale: string): ShopperLanguage {
  const [language = ""] = locale.toLowerCase().split("-");
  return shopperLanguages.find((known) => known === language) ?? "en";
}
