import { expect, test } from "vitest";
import { typedMinor } from "./typed-amount";

test.each([
  ["5.50", "GBP", 550], ["5,50", "EUR", 550], [" 12 ", "GBP", 1200], ["0,5", "EUR", 50], ["-3", "GBP", -300], ["1000", "JPY", 1000], ["1,234", "KWD", 1234],
])("reads %j %s as %i", (typed, currency, minor) => {
  expect(typedMinor(typed, currency)).toBe(minor);
});

test.each([
  ["", "GBP"], ["many", "GBP"], ["1,000", "GBP"], ["1.000", "EUR"], ["1,000.00", "GBP"], ["1.000,00", "EUR"], ["5,", "EUR"], ["1.5", "JPY"],
  ["99999999999999999999", "GBP"], ["9999999999999999", "GBP"],
])("refuses %j %s", (typed, currency) => {
  expect(typedMinor(typed, currency)).toBeNull();
});
