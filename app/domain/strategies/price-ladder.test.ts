import { describe, expect, test } from "vitest";
import { buildStrategyInput, priced } from "../../../test/support/strategy-builders";
import type { CatalogueProduct } from "../catalogue/product";
import { buildLadderIndex } from "./ladder-index";
import { missingRungs } from "./missing-rungs";
import { priceLadderCandidates } from "./price-ladder";
import type { MoveUp } from "./sources";

const mug = (id: number, title: string, priceMinor: number, over: Partial<CatalogueProduct> = {}) => priced(id, priceMinor, { title: `${title} mug`, productType: "Mugs", ...over });
const products = [
  mug(100, "Plain", 1_000), mug(101, "Plain painted", 1_050), mug(200, "Plain gilded", 1_400), mug(201, "Plain silver", 1_900), mug(202, "Plain golden", 4_000),
  priced(205, 500, { title: "Saucer" }), priced(203, 1_400, { title: "Teapot", productType: "Mugs" }), priced(204, 1_400, { title: "Plain gilded mug", productType: "Other" }),
];
const move = (productId: number, over: Partial<MoveUp> = {}): MoveUp => ({ productId, customers: 6, ofCustomers: 40, orders: 8, ...over });
const stepsUp = (moves: MoveUp[] = [], maxStepPercent = 100) => {
  const outcome = priceLadderCandidates(
    { kind: "priceLadder", maxStepPercent, exclude: { productIds: [], collectionIds: [], tags: [] } },
    buildStrategyInput({ products, limit: 10, sources: { movesUp: (id) => (id === 100 ? moves : []) } }),
  );
  if (outcome.kind !== "products") throw new Error(outcome.kind);
  return outcome.candidates;
};

describe("the next product up", () => {
  test("is of the same type and kind, 10 % dearer at least, at most by the step, the near first", () => {
    expect(stepsUp().map(({ productId }) => productId)).toEqual([200, 201]);
    expect(stepsUp([], 300).map(({ productId }) => productId)).toEqual([200, 201, 202]);
    expect(stepsUp()[0]?.evidence).toEqual({ kind: "nextUp", fromProductId: 100, fromMinor: 1_000, toMinor: 1_400, moved: null });
  });

  test("is what enough buyers moved up to, first and unlike as it may be", () => {
    expect(stepsUp([move(203)]).map(({ productId }) => productId)).toEqual([203, 200, 201]);
    expect(stepsUp([move(201)])[0]).toMatchObject({ productId: 201, evidence: { moved: { customers: 6, ofCustomers: 40 } } });
  });

  test.each([["too few", move(203, { customers: 2 })], ["beyond the step", move(202)], ["hardly dearer", move(101)], ["below it", move(205)], ["unknown", move(999)]])("is not what buyers moved to when that is %s", (_case, moved) => {
    expect(stepsUp([moved]).map(({ productId }) => productId)).toEqual([200, 201]);
  });
});

describe("missing rungs", () => {
  const of = (...prices: number[]) => missingRungs(buildLadderIndex(prices.map((priceMinor, index) => priced(index + 1, priceMinor, { productType: "Mugs" }))));

  test("names the gap and what stands on either side", () => {
    const gaps = of(2_000, 4_000, 4_000, 20_000, 22_000);
    expect(gaps).toEqual([{ by: "type", name: "Mugs", belowMinor: 4_000, aboveMinor: 20_000, belowProductId: 2, aboveProductId: 4, productsBelow: 3, productsAbove: 2 }]);
    expect(gaps.map(({ belowMinor, aboveMinor }) => [belowMinor, aboveMinor])).toEqual([[4_000, 20_000]]);
  });

  test.each<[string, number[], number]>([["even prices", [1_000, 2_000, 4_000], 0], ["one product below", [1_000, 9_000, 9_500], 0], ["two gaps", [100, 110, 1_000, 90_000], 2], ["nothing", [], 0]])("%s", (_case, prices, count) => {
    expect(of(...prices)).toHaveLength(count);
  });

  test("collections are families too, unless they hold half of the shop", () => {
    const shop = Array.from({ length: 40 }, (_, index) => priced(index + 1, index < 39 ? 1_000 + index : 9_000, { collectionIds: index % 13 === 0 ? [7, 8] : [7] }));
    expect(missingRungs(buildLadderIndex(shop)).map(({ by, name }) => [by, name])).toEqual([["collection", "8"]]);
  });

  test("drafts, unpublished products and gift cards are no rungs", () => {
    const filler = { productType: "Mugs" };
    const shop = [priced(1, 1_000, filler), priced(2, 1_100, filler), priced(3, 2_000, { ...filler, status: "draft" }), priced(4, 2_000, { ...filler, isGiftCard: true }), priced(5, 2_000, { ...filler, isPublished: false }), priced(6, 4_000, filler)];
    expect(missingRungs(buildLadderIndex(shop))).toMatchObject([{ belowMinor: 1_100, aboveMinor: 4_000 }]);
  });
});

test("50,000 products: arranged and reported in time that grows with their number, a step up in milliseconds", () => {
  const shop = Array.from({ length: 50_000 }, (_, index) =>
    priced(index + 1, 100 + ((index * 7_919) % 90_000), { title: `Thing ${index % 97} kind ${index % 13} of blue`, productType: `Type ${index % 5}`, collectionIds: [index % 200, 200 + (index % 31)] }));
  const input = buildStrategyInput({ products: shop, bought: [40_001] });
  let started = performance.now();
  missingRungs(buildLadderIndex(shop));
  expect(performance.now() - started).toBeLessThan(3_000);
  started = performance.now();
  const outcome = priceLadderCandidates({ kind: "priceLadder", maxStepPercent: 100, exclude: { productIds: [], collectionIds: [], tags: [] } }, input);
  expect(performance.now() - started).toBeLessThan(200);
  expect(outcome).toMatchObject({ kind: "products", candidates: [{}, {}, {}] });
}, 30_000);
