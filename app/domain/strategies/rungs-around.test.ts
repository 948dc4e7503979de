import { expect, test } from "vitest";
import { priced } from "../../../test/support/strategy-builders";
import { rungsAround } from "./rungs-around";

const rungs = [1, 2, 3, 4, 5].map((id) => ({ product: priced(id, id * 100), priceMinor: id * 100 }));

test.each<[number, number[]]>([
  [3, [2, 3, 4]], [1, [1, 2]], [5, [4, 5]],
])("around product %i stand %j", (productId, ids) => {
  const found = rungsAround({ rungs }, productId, 1);
  expect(found.map((rung) => rung.productId)).toEqual(ids);
  expect(found.filter(({ isAsked }) => isAsked).map((rung) => rung.productId)).toEqual([productId]);
});
