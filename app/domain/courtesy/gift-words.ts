/** Words for a gift in the languages that shoppers are addressed in, folded. Latin ones match as whole words. */
const LATIN = [
  "gift", "gifts", "present", "geschenk", "geschenke", "geschenkverpackung", "cadeau", "cadeaux", "regalo", "regalos", "regali", "presente", "presentes",
  "cadeautje", "cadeauverpakking", "kado",
];
const JAPANESE = ["ギフト", "プレゼント", "贈り物"];
/** Vouchers are bought like any product and say nothing of the rest of the order. */
const VOUCHER = /\bgift\s*(?:card|voucher|certificate)s?\b|\bgeschenk(?:gutschein|karte)\w*|\bcarte\s+cadeau\b|\btarjetas?\s+regalo\b|\bcadeaubon(?:nen)?\b|ギフトカード/gu;
const WRAP = /\b(?:gift\s*[- ]?wrap(?:ping|ped)?|gift\s*box(?:ed)?|geschenkverpackung|(?:emballage|papier|paquet)\s+cadeau|confezione\s+regalo|envoltorio\s+(?:de\s+|para\s+)?regalo|papel\s+de\s+regalo|embrulho(?:\s+(?:de|para)\s+presente)?|cadeauverpakking|inpakken\s+als\s+cadeau)\b|ギフト包装|ギフトラッピング/u;
const NO = new Set(["", "no", "false", "0", "off", "none", "nein", "keine", "non", "sans", "sin", "nee", "geen", "senza", "não", "nao", "sem", "without", "ohne", "いいえ"]);

const WORD = /\p{L}+/gu;
const LATIN_WORDS = new Set(LATIN);

/** Only the beginning is read: a note may be long, and a word that matters stands early. */
function fold(text: string): string {
  return text.slice(0, 500).normalize("NFC").toLowerCase().trim();
}

/** Whether a note speaks of a gift: "Happy birthday" alone does not, "it's a gift" does, "my gift card" does not. */
export function speaksOfGift(note: string): boolean {
  const text = fold(note).replace(VOUCHER, " ");
  if (JAPANESE.some((word) => text.includes(word))) return true;
  return (text.match(WORD) ?? []).some((word) => LATIN_WORDS.has(word));
}

/** Whether a line's title names a gift wrap: the shop's own product for it, not "wrapping paper". */
export function isGiftWrap(title: string): boolean {
  return WRAP.test(fold(title));
}

/** Whether a line's property chooses a gift wrap: "Packaging: gift wrap", and not "Packaging: no gift wrap". */
export function namesGiftWrap(name: string, value: string): boolean {
  const [first = ""] = fold(value).split(/\s/u);
  return !NO.has(first) && (isGiftWrap(value) || isGiftWrap(name));
}

/** Whether an attribute of an order or line marks a gift: its name says so and its value is not a "no". */
export function isGiftAttribute(name: string, value: string): boolean {
  if (NO.has(fold(value))) return false;
  const words = name.slice(0, 500).replace(/([a-z])([A-Z])/g, "$1 $2").replaceAll("_", " ");
  return speaksOfGift(words);
}
