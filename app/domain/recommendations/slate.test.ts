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
