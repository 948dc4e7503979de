import { describe, expect, test } from "vitest";

import { CoPurchaseCounts } from "./co-purchase-counts";
import { neighboursOf } from "./neighbours";
import { popularProducts } from "./popular";
import { rankingShape, scoreCandidates } from "./rank";

/** 0 and 1 are bought together, 2 is in most orders, 3 was once beside 0. */
function buildCounts(): CoPurchaseCounts {
  const counts = new CoPurchaseCounts();
  for (let n = 0; n < 30; n++) counts.add({ products: [0, 1] });
  for (let n = 0; n < 10; n++) counts.add({ products: [0, 2] });
  for (let n = 0; n < 90; n++) counts.add({ products: [2, 4 + (n % 9)] });
  counts.add({ products: [0, 3] });
  return counts;
}

function ranked(query: number[], counts = buildCounts()): number[] {
  const scores = scoreCandidates(query, (product) => neighboursOf(counts, product));
  return [...scores].sort((a, b) => b[1] - a[1] || a[0] - b[0]).map(([product]) => product);
}

describe("ranking", () => {
  test("puts what is bought with the product before what is bought with everything", () => {
    expect(ranked([0]).slice(0, 2)).toEqual([1, 2]);
  });

  test("does not let one lucky order win", () => {
    expect(ranked([0]).at(-1)).toBe(3);
  });

  test("never offers what is in the order", () => {
    expect(ranked([0, 1])).not.toContain(1);
  });

  test("does not depend on the sequence of the order's products", () => {
    expect(ranked([0, 2, 4])).toEqual(ranked([4, 0, 2]));
  });

  test("ranks an order of many products alike whether its votes are kept or worked out anew", () => {
    const counts = new CoPurchaseCounts();
    for (let n = 0; n < 300; n++) counts.add({ products: [n % 20, 20 + (n % 7), 30 + (n % 11)] });
    const query = Array.from({ length: 16 }, (_, product) => product);
    const lists = new Map(query.map((product) => [product, neighboursOf(counts, product)]));
    const kept = (product: number) => lists.get(product) ?? neighboursOf(counts, product);
    const anew = scoreCandidates(query, kept, (products) => rankingShape(products));
    expect(anew.size).toBeGreaterThan(10);
    expect(scoreCandidates(query, kept)).toEqual(anew);
    expect(scoreCandidates(query, kept)).toEqual(anew);
  });

  test("says nothing about products without neighbours", () => {
    expect(ranked([99])).toEqual([]);
  });

  test.each([
    [1, { caution: 0.75, popularityExponent: 0.2, sharpness: 1, oneVoteEach: 0, trendWeight: 3 }],
    [2, { caution: 0.575, popularityExponent: 0.35, sharpness: 2, oneVoteEach: 0.25, trendWeight: 2 }],
  ])("with %i products takes the tuned shape", (products, shape) => {
    expect(rankingShape(products)).toEqual(shape);
  });
});

test("keeps the closest neighbours alone", () => {
  expect([...neighboursOf(buildCounts(), 0, 1).products]).toEqual([1]);
});

test("popular products are those in most orders, candidates alone", () => {
  expect(popularProducts(buildCounts(), 2, (product) => product !== 2)).toEqual([0, 1]);
});
