import { expect, test } from "vitest";

import { CoPurchaseCounts } from "./co-purchase-counts";
import { neighboursOf } from "./neighbours";
import { regressionOf } from "./regression";
import { bestOf, REFINED, scoreForOrder } from "./score-order";

/** 1 and 2 are always together and often with 9; 3 is bought with 9 apart from them. */
function buildCounts(): CoPurchaseCounts {
  const counts = new CoPurchaseCounts();
  for (let n = 0; n < 60; n++) counts.add({ products: n % 2 === 0 ? [1, 2, 9] : [1, 2, 10 + (n % 5)] });
  for (let n = 0; n < 60; n++) counts.add({ products: n % 2 === 0 ? [3, 9] : [3, 20 + (n % 5)] });
  for (let n = 0; n < 100; n++) counts.add({ products: [30 + (n % 10), 40 + (n % 7)] });
  return counts;
}

test("twins share what each would say alone", () => {
  const { products, weights } = regressionOf(buildCounts(), 9);
  const weight = (product: number) => weights[products.indexOf(product)] ?? 0;
  expect(weight(1)).toBeCloseTo(weight(2));
  expect(weight(1)).toBeLessThan(weight(3) * 0.7);
  expect(weight(1) + weight(2)).toBeGreaterThan(weight(3) * 0.8);
});

test("a product without neighbours has no regression", () => {
  expect(regressionOf(buildCounts(), 99).products).toHaveLength(0);
});

test.each([
  [[1], 3],
  [[1, 30], 2],
  [[1, 3, 30, 40], 1.5],
])("what is bought more now than usual scores more, the more so the less the order %j tells", (query, power) => {
  const counts = buildCounts();
  const neighbours = (product: number) => neighboursOf(counts, product);
  const usual = scoreForOrder(query, { neighbours }, () => true);
  const now = scoreForOrder(query, { neighbours, trend: (product) => (product === 9 ? 1.4 : 1) }, () => true);
  expect(now.get(9)).toBeCloseTo((usual.get(9) ?? 0) * 1.4 ** power);
  expect(now.get(2)).toBe(usual.get(2));
});

test("only an order of many products is refined, and the best fit gains most", () => {
  const counts = buildCounts();
  const scoring = { neighbours: (product: number) => neighboursOf(counts, product), regression: (product: number) => regressionOf(counts, product) };
  const { regression: _, ...plain } = scoring;
  const few = [1, 2, 3];
  expect(scoreForOrder(few, scoring, () => true)).toEqual(scoreForOrder(few, plain, () => true));
  const many = [1, 2, 3, 30, 31, 41];
  const gain = (product: number) => (scoreForOrder(many, scoring, () => true).get(product) ?? 0) - (scoreForOrder(many, plain, () => true).get(product) ?? 0);
  expect(gain(9)).toBeGreaterThan(0);
  for (const product of [10, 20, 42]) expect(gain(product)).toBeLessThan(gain(9));
});

test("the best are candidates alone, and no more than are refined", () => {
  const scores = new Map(Array.from({ length: 200 }, (_, product) => [product, product + 1]));
  const best = bestOf([1, 2, 3, 4, 5, 6], scores, (product) => product % 2 === 0);
  expect(best).toHaveLength(REFINED);
  expect(best.slice(0, 2)).toEqual([198, 196]);
  expect(bestOf([1, 2, 3, 4, 5], scores, () => true)).toEqual([]);
});
