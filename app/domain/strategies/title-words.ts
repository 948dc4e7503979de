import { readMeasure } from "./measure";

/** Written without spaces; pairs of characters stand for words. */
const UNSPACED = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/u;
const WORD = /[\p{L}\p{N}]+/gu;

/** The words of a title that may tell what a thing is: folded, without measures and bare numbers. */
export function titleWords(title: string): ReadonlySet<string> {
  const text = readMeasure(title)?.rest ?? title;
  const words = (text.slice(0, 300).normalize("NFC").toLowerCase().match(WORD) ?? []).filter((word) => word.length > 1 && !/^\d+$/.test(word));
  return new Set(words.flatMap((word) => (UNSPACED.test(word) ? pairsOf(word) : [word])));
}

function pairsOf(word: string): string[] {
  const characters = [...word];
  return characters.slice(1).map((character, index) => `${characters[index] ?? ""}${character}`);
}

/** The share of words that two titles have in common (Jaccard): 0 to 1; 0 where either has none. */
export function titleSimilarity(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  let common = 0;
  for (const word of one) if (other.has(word)) common += 1;
  const all = one.size + other.size - common;
  return all === 0 ? 0 : common / all;
}
