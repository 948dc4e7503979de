import { shopperLanguageOf } from "../placements/shopper-language";
import type { OfferContent } from "./offer";

/** Title and text in the shopper's language where staff translated them, otherwise as staff wrote them. `locale` is BCP 47. */
export function textsFor({ title, body, texts }: Pick<OfferContent, "title" | "body" | "texts">, locale: string): { title: string; body: string } {
  const [language = ""] = locale.toLowerCase().split("-");
  const known = shopperLanguageOf(locale);
  // A language that Encore does not speak has no translation; the first language is none of its own.
  return (known === language ? texts?.[known] : undefined) ?? { title, body };
}
