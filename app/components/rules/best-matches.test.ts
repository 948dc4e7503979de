import { expect, test } from "vitest";
import { bestMatches } from "./best-matches";
import { countryOptions } from "./region-options";

const find = (names: readonly string[], text: string) => bestMatches(names, text, (name) => [name]);

test.each<[typed: string, names: string[], found: string[]]>([
  ["ger", ["Algeria", "Germany", "Niger"], ["Germany", "Algeria", "Niger"]],
  ["new", ["Very new", "Newest", "Renewed"], ["Newest", "Very new", "Renewed"]],
  ["OST", ["Costa Rica", "Österreich"], ["Österreich", "Costa Rica"]],
  ["aba", ["xaba aba"], ["xaba aba"]],
  ["zz", ["Algeria"], []],
  ["  ", ["b", "a"], ["b", "a"]],
])("typing “%s” among %j finds %j", (typed, names, found) => {
  expect(find(names, typed)).toEqual(found);
});

test("a country's code counts as its name", () => {
  const found = bestMatches(countryOptions("en"), "de", ({ code, name }) => [name, code]);
  expect(found.slice(0, 2).map(({ code }) => code).sort()).toEqual(["DE", "DK"]);
});
