import { de } from "./de";
import { en } from "./en";
import { es } from "./es";
import { fr } from "./fr";
import { it } from "./it";
import { ja } from "./ja";
import { nl } from "./nl";
import { pt } from "./pt";

/** Everything the page says of its own accord. */
const KEYS = [
  "variant",
  "quantity",
  "subtotal",
  "discount",
  "shipping",
  "free",
  "tax",
  "included",
  "total",
  "priceBefore",
  "priceNow",
  "payNow",
  "calculating",
  "adding",
  "decline",
  "toOrder",
  "notCharged",
  "notAgain",
  "stillOpen",
  "onceAtMost",
  "paymentFailed",
  "stock",
  "method",
  "fault",
  "released",
  "unavailable",
  "changed",
  "already",
  "offline",
  "noTotal",
] as const;

export type TextKey = (typeof KEYS)[number];
export type Texts = Readonly<Record<TextKey, string>>;
type LineForEach<Keys extends readonly string[]> = { readonly [Index in keyof Keys]: string };
/** A line for each key, in their order; one too few or too many does not compile. (Named, they would cost a tenth of the bundle.) */
export type Lines = LineForEach<typeof KEYS>;

const LANGUAGES: Readonly<Record<string, Lines>> = { de, en, es, fr, it, ja, nl, pt };

/** By the language part of the locale ("pt-BR" is Portuguese); English when there is none. */
export function textsFor(locale: string): Texts {
  const lines = LANGUAGES[locale.slice(0, 2).toLowerCase()] || en;
  const texts: Partial<Record<TextKey, string>> = {};
  KEYS.forEach((key, index) => (texts[key] = lines[index]));
  // Complete: Lines has a line for every key.
  return texts as Texts;
}
