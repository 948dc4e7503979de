import { expect, test } from "vitest";
import { majorUnits, minorUnits, moneyFormatter } from "./money";

test.each([[1250, 2, 12.5], [1250, 0, 1250], [1250, 3, 1.25], [1, 2, 0.01], [70, 2, 0.7]])("%i minor units with %i decimals are %d", (minor, exponent, major) => {
  expect(majorUnits(minor, exponent)).toBe(major);
  expect(minorUnits(major, exponent)).toBe(minor);
});

test("reads Shopify's decimal strings to the nearest minor unit", () => {
  expect(minorUnits("19.99", 2)).toBe(1999);
  expect(minorUnits("1.005", 3)).toBe(1005);
});

test("writes in the shopper's language, and in English when it is unknown", () => {
  expect(moneyFormatter("de-DE", "EUR")(1234.5)).toBe("1.234,50\u00a0€");
  expect(moneyFormatter("not a locale", "GBP")(12)).toBe("£12.00");
});
