import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { propertyRuns } from "../../../test/support/property-runs";
import { fixedOff, percentOff } from "./discount";
import { currencyExponent, formatMinor, parseMinor, toDecimalNumber, toDecimalString } from "./money";

vi.setConfig({ testTimeout: 60_000 });
const runs = propertyRuns(3_000);
const currency = fc.constantFrom("JPY", "GBP", "KWD", "USD", "HUF", "CLP", "TND");
const amount = fc.integer({ min: 0, max: 10 ** 13 });

test.each([
  ["JPY", 0], ["KRW", 0], ["ISK", 0], ["CLP", 0], ["MGA", 0],
  ["GBP", 2], ["HUF", 2], ["IDR", 2], ["XYZ", 2],
  ["KWD", 3], ["BHD", 3], ["TND", 3],
])("%s has %i decimals", (code, exponent) => {
  expect(currencyExponent(code)).toBe(exponent);
});

describe("parseMinor", () => {
  test.each([
    ["12.50", "GBP", 1250], ["12.5", "GBP", 1250], ["12", "GBP", 1200], ["0.01", "GBP", 1], ["-3.20", "GBP", -320],
    ["-0.00", "GBP", 0], ["12.5000", "GBP", 1250], ["007.10", "GBP", 710],
    ["1000", "JPY", 1000], ["1000.00", "JPY", 1000], ["1.234", "KWD", 1234], ["1.2", "KWD", 1200],
    ["90071992547409.91", "GBP", 9007199254740991],
  ])("reads %s %s as %i", (decimal, code, minor) => {
    expect(parseMinor(decimal, code)).toBe(minor);
  });

  test.each([
    ["", "GBP"], [" 1", "GBP"], ["1 ", "GBP"], ["1,000.00", "GBP"], ["1e3", "GBP"], ["0x10", "GBP"], ["NaN", "GBP"], ["Infinity", "GBP"],
    [".5", "GBP"], ["5.", "GBP"], ["+5", "GBP"], ["--5", "GBP"], ["1.005", "GBP"], ["1.5", "JPY"], ["1.2345", "KWD"],
    ["90071992547409.92", "GBP"], ["99999999999999999999", "GBP"], ["١٢", "GBP"], ["1\n", "GBP"],
  ])("refuses %j %s", (decimal, code) => {
    expect(() => parseMinor(decimal, code)).toThrow(RangeError);
  });

  test("reads what toDecimalString writes, in every currency", () => {
    fc.assert(fc.property(fc.maxSafeInteger(), currency, (minor, code) => {
      expect(parseMinor(toDecimalString(minor, code), code)).toBe(Object.is(minor, -0) ? 0 : minor);
    }), runs);
  });

  test("takes 100 KB of digits without stalling", () => {
    expect(() => parseMinor("1".repeat(100_000), "GBP")).toThrow(RangeError);
  });
});

test("a decimal number prints as the decimal it stands for", () => {
  fc.assert(fc.property(amount, currency, (minor, code) => {
    expect(parseMinor(JSON.stringify(toDecimalNumber(minor, code)), code)).toBe(minor);
  }), runs);
});

test.each([
  [1250, "GBP", "en-GB", "£12.50"], [125000, "EUR", "de-DE", "1.250,00\u00a0€"], [1250, "JPY", "ja-JP", "￥1,250"],
  [-320, "GBP", "en-GB", "-£3.20"], [1234, "KWD", "en", "KWD\u00a01.234"], [150000, "HUF", "en", "HUF\u00a01,500.00"],
  [9007199254740991, "GBP", "en-GB", "£90,071,992,547,409.91"],
])("formats %i %s for %s", (minor, code, locale, text) => {
  expect(formatMinor(minor, code, locale)).toBe(text);
});

describe("percentOff", () => {
  test.each([[7998, 4, 319], [1000, 15, 150], [999, 50, 499], [1, 99, 0], [5, 100, 5], [5, 0, 0], [0, 30, 0], [9007199254740991, 100, 9007199254740991]])(
    "of %i at %i % is %i", (minor, percent, off) => {
      expect(percentOff(minor, percent)).toBe(off);
    });

  test.each([[-1, 10], [1.5, 10], [100, 10.5], [100, -1], [100, 101], [Number.NaN, 10]])("refuses %d at %d %", (minor, percent) => {
    expect(() => percentOff(minor, percent)).toThrow(RangeError);
  });

  test("never exceeds the amount and never shows a unit cheaper than the line is charged for", () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 10 ** 11 }), fc.integer({ min: 0, max: 100 }), fc.integer({ min: 1, max: 100 }), (minor, percent, quantity) => {
      const shown = (minor - percentOff(minor, percent)) * quantity;
      const flooredLine = minor * quantity - Math.floor((minor * quantity * percent) / 100);
      expect(percentOff(minor, percent)).toBeLessThanOrEqual(minor);
      expect(shown).toBeGreaterThanOrEqual(flooredLine);
    }), runs);
  });
});

test.each([[1000, 300, 300], [1000, 1000, 1000], [1000, 1500, 1000], [0, 5, 0], [1000, -5, 0]])("a fixed discount off %i of %i is %i", (price, off, taken) => {
  expect(fixedOff(price, off)).toBe(taken);
});
