import { expect, test } from "vitest";
import { languageOf, requestLanguage } from "./languages";

test.each([["de", "de"], ["de-AT", "de"], ["DE", "de"], ["en-GB", "en"], ["fr", null], ["", null], ["deutsch", null]])("the language of %j is %j", (tag, language) => {
  expect(languageOf(tag)).toBe(language);
});

test.each([
  ["?locale=de", "en", "de"], ["?locale=de-CH", null, "de"], ["?locale=fr", "de", "de"], ["?locale=fr", "fr", "en"], ["", "fr;q=0.9, de;q=0.8, en;q=0.7", "de"],
  ["", "en;q=0.5, de", "de"], ["", "de;q=0, en", "en"], ["", "*", "en"], ["", null, "en"], ["?locale=", "de", "de"],
])("asked with %j and Accept-Language %j, the answer is in %s", (search, header, language) => {
  expect(requestLanguage(new Request(`https://encore.test/app${search}`, header === null ? {} : { headers: { "Accept-Language": header } }))).toBe(language);
});
