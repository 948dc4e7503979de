import { expect, test } from "vitest";
import { buildProduct, buildVariant } from "../../../test/support/domain-builders";
import { marginShareOf } from "./margin-share";

const catalogue = (...costs: [priceMinor: number, costMinor?: number | null][]) => {
  const product = buildProduct({ variants: costs.map(([priceMinor, costMinor = null]) => buildVariant({ priceMinor, costMinor })) });
  return new Map([[product.id, product]]);
};

test.each<[string, ReturnType<typeof catalogue>, number | null]>([
  ["no cost is known", catalogue([1_000], [500]), null],
  ["of those that are known", catalogue([1_000, 400], [500, 400], [999]), 0.4],
  ["what costs more than it brings", catalogue([1_000, 1_500]), 0],
  ["what is free", catalogue([0, 100]), null],
])("%s", (_case, products, share) => {
  expect(marginShareOf(products)).toEqual(share === null ? null : expect.closeTo(share));
});
