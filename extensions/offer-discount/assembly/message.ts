import { Span } from "./wasi";

/** What the cart calls the discount, in the shopper's language. */
export function messageFor(language: Span): string {
  if (language.length < 2) return "Your offer";
  const code = load<u16>(language.start);
  if (code == 0x4544) return "Ihr Angebot"; // DE
  if (code == 0x5246) return "Votre offre"; // FR
  if (code == 0x5345) return "Su oferta"; // ES
  if (code == 0x5449) return "La sua offerta"; // IT
  if (code == 0x4c4e) return "Uw aanbieding"; // NL
  if (code == 0x5450) return "A sua oferta"; // PT
  if (code == 0x414a) return "お客様への特別価格"; // JA
  return "Your offer";
}
