import { z } from "zod";
import type { BlockPlacement } from "./contract";
import { ShopperLanguage } from "./shopper-language";

/** Buttons, boxes and titles of the blocks that a shop may word itself, by the keys of the extensions' locale files. */
export const BlockWord = z.enum(["add", "pick", "toCheckout", "showCode", "reorder", "decline", "buyAgain"]);
export type BlockWord = z.infer<typeof BlockWord>;

/** Which of them a block has. What costs, and the answers on the post-purchase page, are worded by Shopify's rules. */
export const wordsOf: Record<BlockPlacement, readonly BlockWord[]> = {
  checkout: ["add", "decline"],
  "thank-you": ["pick", "toCheckout", "showCode", "decline"],
  "order-status": ["pick", "toCheckout", "showCode", "reorder", "decline"],
  // The page "Buy again" included.
  account: ["pick", "toCheckout", "showCode", "decline", "buyAgain"],
};

/** A button has to fit beside another on a phone. */
export const longestWord = 30;

const Word = z.string().trim().max(longestWord, `A button may have at most ${String(longestWord)} characters`);

/** By button and language; whatever is not there keeps the usual words. */
export const BlockWords = z.partialRecord(BlockWord, z.partialRecord(ShopperLanguage, Word)).default({}).transform(withoutEmpty);
export type BlockWords = z.infer<typeof BlockWords>;

/** A shop's own words in one language, for the buttons that it worded in it. */
export function wordsIn(words: BlockWords, language: ShopperLanguage): Partial<Record<BlockWord, string>> {
  return Object.fromEntries(BlockWord.options.flatMap((word) => {
    const text = words[word]?.[language];
    return text === undefined ? [] : [[word, text]];
  }));
}

type ByWord = Partial<Record<BlockWord, Partial<Record<ShopperLanguage, string>>>>;

function withoutEmpty(words: ByWord): ByWord {
  return Object.fromEntries(Object.entries(words).flatMap(([word, texts]) => {
    const filled = Object.entries(texts).filter(([, text]) => text !== "");
    return filled.length === 0 ? [] : [[word, Object.fromEntries(filled)]];
  }));
}
