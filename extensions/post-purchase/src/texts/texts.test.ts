import { expect, test } from "vitest";
import { de } from "./de";
import { en } from "./en";
import { es } from "./es";
import { fr } from "./fr";
import { it } from "./it";
import { ja } from "./ja";
import { nl } from "./nl";
import { pt } from "./pt";
import { textsFor } from "./texts";

const languages = { de, en, es, fr, it, ja, nl, pt };

test.each(Object.entries(languages))("%s has words for everything", (language, lines) => {
  expect(lines).toHaveLength(en.length);
  expect(lines.every((line) => line.trim() === line && line !== "")).toBe(true);
  expect(textsFor(language).toOrder).toBe(lines[15]);
});

test("languages do not fall back on each other", () => {
  const accept = Object.values(languages).map((lines) => lines[16]);
  expect(new Set(accept).size).toBe(accept.length);
});

test.each([["pt-BR", pt], ["ja", ja], ["DE", de], ["en-GB", en], ["xx", en], ["", en]])("a shopper of %s reads the right language", (locale, lines) => {
  expect(textsFor(locale).decline).toBe(lines[14]);
});
