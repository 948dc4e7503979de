import { expect, test } from "vitest";
import { taxWithin } from "./tax";

test.each([
  ["prices with 20 % VAT", 1_200, { totalMinor: 2_400, taxMinor: 400, taxesIncluded: true }, 200],
  ["prices without", 1_200, { totalMinor: 2_400, taxMinor: 480, taxesIncluded: false }, 0],
  ["an untaxed line", 1_200, { totalMinor: 2_400, taxMinor: 0, taxesIncluded: true }, 0],
  ["a line that costs nothing", 0, { totalMinor: 0, taxMinor: 0, taxesIncluded: true }, 0],
  ["a part that does not divide", 100, { totalMinor: 300, taxMinor: 50, taxesIncluded: true }, 17],
])("the tax within %s", (_, amount, line, tax) => {
  expect(taxWithin(amount, line)).toBe(tax);
});
