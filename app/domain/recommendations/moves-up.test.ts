import { describe, expect, test } from "vitest";
import { priced } from "../../../test/support/strategy-builders";
import { logChanceOfMoreUp } from "./chance";
import { MovesUp } from "./moves-up";

const products = [
  priced(1, 1_000, { productType: "Mugs" }), priced(2, 1_500, { productType: "mugs " }), priced(3, 1_050, { productType: "Mugs" }),
  priced(4, 1_500, { productType: "Plates" }), priced(5, 2_500, { productType: "Mugs" }),
];
const day = (days: number) => new Date(Date.UTC(2026, 0, 1 + days));
const buys = (...productIds: number[]) => productIds.map((id, index) => ({ boughtAt: day(index * 10), productIds: [id] }));

const always = { from: day(-1_000), until: day(1_000) };
const everSold = new Map(products.map(({ id }) => [id, always]));

function movesOf(customers: ReturnType<typeof buys>[], sold = everSold) {
  const counts = new MovesUp(products, sold);
  for (const purchases of customers) counts.addCustomer(purchases);
  return Object.fromEntries(counts.found());
}
const times = <Item>(count: number, item: Item): Item[] => Array.from({ length: count }, () => item);

describe("customers moved up", () => {
  test("when the dearer of a family came later in many more of them than the other way round", () => {
    expect(movesOf([...times(9, buys(1, 2)), buys(2, 1), ...times(10, buys(1))])).toEqual({ 1: [{ productId: 2, customers: 9, ofCustomers: 20, orders: 9 }] });
  });

  test("and every later order of it counts, the customer once", () => {
    expect(movesOf(times(8, buys(1, 2, 2)))).toEqual({ 1: [{ productId: 2, customers: 8, ofCustomers: 8, orders: 16 }] });
  });

  test("however their orders are given", () => {
    expect(movesOf(times(8, buys(1, 2).reverse()))).toEqual(movesOf(times(8, buys(1, 2))));
  });
});

describe("no move up is", () => {
  test.each<[string, ReturnType<typeof buys>[]]>([
    ["what some bought before and some after", [...times(9, buys(1, 2)), ...times(7, buys(2, 1))]],
    ["what four customers did", times(4, buys(1, 2))],
    ["what was bought together", times(20, [{ boughtAt: day(0), productIds: [1, 2] }])],
    ["a step of 5 %", times(20, buys(1, 3))],
    ["a step down", times(20, buys(2, 1))],
    ["another kind of thing", times(20, buys(1, 4))],
    ["a product that is gone", times(20, buys(1, 999))],
  ])("%s", (_case, customers) => {
    expect(movesOf(customers)).toEqual({});
  });
});

test.each<[string, { from: Date; until: Date }]>([
  ["newer than what they had", { from: day(5), until: day(1_000) }],
  ["the only one left", { from: day(-1_000), until: day(1_000) }],
])("no move up is what is %s", (_case, dearer) => {
  const cheaper = { from: day(-1_000), until: day(dearer.from < day(0) ? 5 : 1_000) };
  expect(movesOf(times(20, buys(1, 2)), new Map([[1, cheaper], [2, dearer]]))).toEqual({});
});

test("the most frequent comes first", () => {
  expect(movesOf([...times(8, buys(1, 2)), ...times(9, buys(1, 5))])[1]?.map(({ productId }) => productId)).toEqual([5, 2]);
});

test("in orders by chance hardly anything is found, although many pairs are tried", () => {
  const many = Array.from({ length: 40 }, (_, index) => priced(100 + index, 500 * 1.3 ** index, { productType: "Mugs" }));
  const counts = new MovesUp(many, new Map(many.map(({ id }) => [id, always])));
  let state = 7;
  const chance = () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
  for (let customer = 0; customer < 400; customer += 1) {
    counts.addCustomer(Array.from({ length: 8 }, (_, order) => ({ boughtAt: day(order), productIds: [100 + Math.floor(chance() * 40)] })));
  }
  expect([...counts.found().values()].flat().length).toBeLessThanOrEqual(1);
});

test.each([[5, 0, 1 / 32], [4, 1, 6 / 32], [8, 2, 56 / 1024], [2, 2, 1], [1, 3, 1], [60, 40, 0.028_444]])("%i against %i is chance with probability %f", (up, down, probability) => {
  expect(Math.exp(logChanceOfMoreUp(up, down))).toBeCloseTo(probability, 5);
});
