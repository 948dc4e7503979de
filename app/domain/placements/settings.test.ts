import { expect, test } from "vitest";
import { Placement } from "../offers/placement";
import { defaultPlacementSettings, isMissingFromPlan, parsePlacementSettings } from "./settings";
import { shopperLanguageOf } from "./shopper-language";

test("a shop that never saved anything has every placement switched on", () => {
  const settings = defaultPlacementSettings();
  expect(Placement.options.map((placement) => settings[placement].enabled)).toEqual(Placement.options.map(() => true));
});

test("settings of an earlier version stay valid when a placement joins", () => {
  const parsed = parsePlacementSettings({ "thank-you": { enabled: false } });
  expect(parsed).toMatchObject({ ok: true, settings: { "thank-you": { enabled: false, products: 3 }, receipt: { enabled: true } } });
});

test("an empty heading leaves the usual words in place", () => {
  const parsed = parsePlacementSettings({ "thank-you": { heading: { en: "  ", de: " Passt dazu " } } });
  expect(parsed.ok && parsed.settings["thank-you"].heading).toEqual({ de: "Passt dazu" });
});

test("an empty button leaves the usual words in place", () => {
  const parsed = parsePlacementSettings({ checkout: { words: { add: { en: " Pop it in ", de: "" }, decline: { fr: " " } } } });
  expect(parsed.ok && parsed.settings.checkout.words).toEqual({ add: { en: "Pop it in" } });
});

test.each([
  ["no product", { checkout: { products: 0 } }, "checkout.products", "Use 1 to 6"],
  ["too many products", { checkout: { products: 7 } }, "checkout.products", "Use 1 to 6"],
  ["half a product", { checkout: { products: 1.5 } }, "checkout.products", "Use a whole number"],
  ["a long heading", { account: { heading: { en: "x".repeat(81) } } }, "account.heading.en", "A heading may have at most 80 characters"],
  ["a long button", { checkout: { words: { add: { en: "x".repeat(31) } } } }, "checkout.words.add.en", "A button may have at most 30 characters"],
])("%s is refused at its field", (_, input, path, message) => {
  const parsed = parsePlacementSettings(input);
  expect(!parsed.ok && parsed.errors[path]).toBe(message);
});

test("only the checkout needs Shopify Plus", () => {
  expect(Placement.options.filter((placement) => isMissingFromPlan(placement, false))).toEqual(["checkout"]);
  expect(Placement.options.filter((placement) => isMissingFromPlan(placement, true))).toEqual([]);
});

test.each([["pt-BR", "pt"], ["de", "de"], ["JA-JP", "ja"], ["sv-SE", "en"], ["", "en"]])("a shopper with %o is answered in %s", (locale, language) => {
  expect(shopperLanguageOf(locale)).toBe(language);
});
