import { expect, test } from "vitest";

import type { Neighbours } from "./neighbours";
import { pickSlate } from "./slate";

/** 1 and 2 are nearly always bought together; 3 has nothing to do with them. */
function neighbours(product: number): Neighbours {
  const twin = product === 1 ? 2 : product === 2 ? 1 : null;
  return {
    products: Int32Array.from(twin === null ? [] : [twin]),
    share: Float64Array.of(0.4),
    error: Float64Array.of(0.01),
    logPopularity: Float64Array.of(Math.log(0.1)),
    ownLogPopularity: Math.log(0.1),
  };
}

const scores = new Map([
  [1, 1],
  [2, 0.9],
  [3, 0.5],
]);

test.each([
  ["from one product a twin of the first pick comes last", 1, [1, 3, 2]],
  ["with more products in the order the scores decide", 4, [1, 2, 3]],
])("%s", (_, queryProducts, slate) => {
  expect(pickSlate(scores, queryProducts, neighbours, () => true, 3)).toEqual(slate);
});

test("picks candidates alone, and no more than there are", () => {
  expect(pickSlate(scores, 1, neighbours, (product) => product !== 1, 5)).toEqual([2, 3]);
});

test.each([1, 7])("equal scores stand by the ties' order, from %i products", (queryProducts) => {
  const equal = new Map([3, 4, 5, 6].map((product) => [product, 1]));
  expect(pickSlate(equal, queryProducts, neighbours, () => true, 3, (one, other) => other - one)).toEqual([6, 5, 4]);
});

test("from many products the best are picked whatever the sequence of the scores", () => {
  const many = new Map([5, 1, 9, 3, 8, 2].map((product) => [product, product]));
  expect(pickSlate(many, 7, neighbours, (product) => product !== 8, 3)).toEqual([9, 5, 3]);
  expect(pickSlate(many, 7, neighbours, () => true, 0)).toEqual([]);
});
