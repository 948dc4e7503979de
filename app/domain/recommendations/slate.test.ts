import { expect, test } from "vitest";

import type { Overlaps } from "./overlaps";
import { type Picked, pickSlate } from "./slate";

/** 1 and 2 are nearly always bought together; 3 has nothing to do with them. */
const overlaps: Overlaps = { products: [1, 2, 3], shares: Uint8Array.of(255, 250, 0, 250, 255, 0, 0, 0, 255) };
const products = (picked: readonly Picked[]) => picked.map(({ product }) => product);
const ofOrder = (size: number) => Array.from({ length: size }, () => overlaps);

const scores = new Map([
  [1, 1],
  [2, 0.9],
  [3, 0.5],
]);

test.each([
  ["from one product a twin of the first pick comes last", 1, [1, 3, 2]],
  ["with more products in the order the scores decide", 4, [1, 2, 3]],
])("%s", (_, queryProducts, slate) => {
  expect(products(pickSlate(scores, ofOrder(queryProducts), () => true, 3))).toEqual(slate);
});

test("picks candidates alone, and no more than there are", () => {
  expect(products(pickSlate(scores, ofOrder(1), (product) => product !== 1, 5))).toEqual([2, 3]);
});

test.each([1, 7])("equal scores stand by the ties' order, from %i products", (queryProducts) => {
  const equal = new Map([3, 4, 5, 6].map((product) => [product, 1]));
  expect(products(pickSlate(equal, ofOrder(queryProducts), () => true, 3, (one, other) => other - one))).toEqual([6, 5, 4]);
});

test("from many products the best are picked whatever the sequence of the scores", () => {
  const many = new Map([5, 1, 9, 3, 8, 2].map((product) => [product, product]));
  expect(products(pickSlate(many, ofOrder(7), (product) => product !== 8, 3))).toEqual([9, 5, 3]);
  expect(products(pickSlate(many, ofOrder(7), () => true, 0))).toEqual([]);
});

test("a pick's score is what was left of it, so that later ones never stand above", () => {
  expect(pickSlate(scores, [overlaps], () => true, 3)).toEqual([
    { product: 1, score: 1 }, { product: 3, score: 0.5 }, { product: 2, score: expect.closeTo(0.045) as number },
  ]);
});

test("what may not be shown takes nothing from the others", () => {
  expect(pickSlate(scores, [overlaps], (product) => product !== 1, 1)).toEqual([{ product: 2, score: 0.9 }]);
});

test("without anything known of what is bought together the scores decide", () => {
  expect(products(pickSlate(scores, [], () => true, 3))).toEqual([1, 2, 3]);
});
