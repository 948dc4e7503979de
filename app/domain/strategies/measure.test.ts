import { expect, test } from "vitest";
import { readMeasure } from "./measure";
import { titleSimilarity, titleWords } from "./title-words";

test.each<[string, [string, number] | null]>([
  ["Coffee 250g", ["g", 250]], ["Coffee 1 kg", ["g", 1_000]], ["Oil 0,75 l", ["ml", 750]], ["Oil 0.125 l", ["ml", 125]], ["Rice 1,000 g", ["g", 1_000]], ["Reis 1.000 g", ["g", 1_000]],
  ["Wine 75cl", ["ml", 750]], ["Set of 6 mugs", ["pieces", 6]], ["PACK OF 12 CARDS", ["pieces", 12]], ["Ribbon 5 m", ["m", 5]], ["Seife 3 Stück", ["pieces", 3]],
  ["T-shirt L", null], ["Size 42", null], ["iPhone 15 case", null], ["Mug", null], ["0 g", null], ["A4g paper", null],
])("the size in %s", (title, expected) => {
  const measure = readMeasure(title);
  expect(measure && [measure.unit, measure.amount]).toEqual(expected);
});

test.each([
  ["Coffee Monsoon 1 kg", "Coffee monsoon 250g", 1], ["Red mug", "Blue mug", 1 / 3], ["Mug", "Bowl", 0], ["7", "7", 0], ["花柄マグカップ", "星柄マグカップ", 5 / 7],
])("%s and %s", (one, other, similarity) => {
  expect(titleSimilarity(titleWords(one), titleWords(other))).toBeCloseTo(similarity, 10);
});

test("a long hostile title costs next to nothing", () => {
  const started = performance.now();
  readMeasure("1".repeat(100_000));
  titleWords("1,1".repeat(30_000));
  expect(performance.now() - started).toBeLessThan(50);
});
