import { expect, test } from "vitest";
import { formatDecimal, formatFixed, parseDecimal } from "./money";

test.each([
  [1_000, "GBP", "10.00", "10.0"],
  [5, "GBP", "0.05", "0.05"],
  [-250, "EUR", "-2.50", "-2.5"],
  [1_000, "JPY", "1000", "1000.0"],
  [1_230, "KWD", "1.230", "1.23"],
])("%i minor units of %s are %s in payloads and %s in GraphQL", (minor, currency, fixed, decimal) => {
  expect(formatFixed(minor, currency)).toBe(fixed);
  expect(formatDecimal(minor, currency)).toBe(decimal);
  expect(parseDecimal(fixed, currency)).toBe(minor);
});

test.each([
  ["1.005", 101],
  ["2.675", 268],
  ["0.1", 10],
])("%s rounds half up to %i pence", (amount, minor) => {
  expect(parseDecimal(amount, "GBP")).toBe(minor);
});

test("refuses what is no amount", () => {
  expect(() => parseDecimal("free", "GBP")).toThrow("Not an amount");
});
