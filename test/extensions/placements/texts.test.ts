import { describe, expect, test } from "vitest";
import { flatten } from "../../shopify/ui-extensions/read-extensions";
import type { Extension } from "./bundles";
import { placements, readTexts } from "./bundles";

const languages = ["en", "de", "fr", "es", "it", "nl", "pt", "ja"];
// The names of an object's own keys.
const extensions = Object.keys(placements) as Extension[];
const textsOf = (extension: Extension, language: string) => flatten(readTexts(extension, language));
const placeholders = (text: string) => [...text.matchAll(/\{\{\s*(\w+)\s*\}\}/g)].map(([, name]) => name).sort();
const isPlural = (text: unknown) => typeof text === "object";

describe.each(extensions.flatMap((extension) => languages.map((language) => [extension, language] as const)))("%s in %s", (extension, language) => {
  const english = readTexts(extension, "en");
  const texts = readTexts(extension, language);

  test("says everything that English says, and nothing more", () => {
    expect(Object.keys(texts).sort()).toEqual(Object.keys(english).sort());
    expect(Object.values(flatten(texts)).filter((text) => text.trim() === "")).toEqual([]);
  });

  test("has every plural form that a small number takes", () => {
    const forms = new Set([1, 2, 3, 5, 11, 21].map((count) => new Intl.PluralRules(language).select(count)));
    for (const [key, text] of Object.entries(texts)) {
      expect([key, isPlural(text)]).toEqual([key, isPlural(english[key])]);
      if (isPlural(text)) expect([key, Object.keys(Object(text) as object).sort()]).toEqual([key, [...forms].sort()]);
    }
  });

  test("fills in the same words", () => {
    const wanted = textsOf(extension, "en");
    for (const [key, text] of Object.entries(flatten(texts))) {
      const model = wanted[key] ?? wanted[key.replace(/\.\w+$/, ".other")] ?? "";
      expect([key, placeholders(text)]).toEqual([key, placeholders(model)]);
    }
  });
});

test.each(languages)("the same thing is called the same everywhere in %s", (language) => {
  const said = new Map<string, string>();
  for (const [key, text] of extensions.flatMap((extension) => Object.entries(textsOf(extension, language)))) {
    expect([key, text]).toEqual([key, said.get(key) ?? text]);
    said.set(key, text);
  }
});

test.each(languages)("nothing presses or promises in %s", (language) => {
  const all = extensions.flatMap((extension) => Object.values(textsOf(extension, language))).join("\n");
  expect(all).not.toMatch(/hurry|last chance|only today|jetzt zugreifen|nur heute|dépêchez|¡|!|！/i);
});
