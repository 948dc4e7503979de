import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { wordsOf } from "./block-words";
import { shopperLanguages } from "./shopper-language";
import { usualWords } from "./usual-words";

const folders = { checkout: ["checkout"], "thank-you": ["thank-you"], "order-status": ["order-status"], account: ["customer-account", "buy-again"] } as const;
const cases = shopperLanguages.flatMap((language) => Object.entries(folders).map(([block, extensions]) => ({ language, block, extensions })));

test.each(cases)("in $language staff see what the block at $block says", ({ language, block, extensions }) => {
  const fileOf = (extension: string) => join(import.meta.dirname, "../../../extensions", extension, "locales", `${language}${language === "en" ? ".default" : ""}.json`);
  // Locale files.
  const texts = Object.assign({}, ...extensions.map((extension) => JSON.parse(readFileSync(fileOf(extension), "utf8")) as object)) as Record<string, string>;
  const words = wordsOf[block as keyof typeof wordsOf]; // A key of `folders`.
  expect(words.map((word) => texts[word])).toEqual(words.map((word) => usualWords[language][word]));
});
