import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { wordsOf } from "./block-words";
import { shopperLanguages } from "./shopper-language";
import { usualWords } from "./usual-words";

const folders = { checkout: "checkout", "thank-you": "thank-you", "order-status": "order-status", account: "customer-account" } as const;
const cases = shopperLanguages.flatMap((language) => Object.entries(folders).map(([block, folder]) => ({ language, block, folder })));

test.each(cases)("in $language staff see what the block at $block says", ({ language, block, folder }) => {
  const file = join(import.meta.dirname, "../../../extensions", folder, "locales", `${language}${language === "en" ? ".default" : ""}.json`);
  const texts = JSON.parse(readFileSync(file, "utf8")) as Record<string, string>; // A locale file.
  const words = wordsOf[block as keyof typeof wordsOf]; // A key of `folders`.
  expect(words.map((word) => texts[word])).toEqual(words.map((word) => usualWords[language][word]));
});
