import { describe, expect, test } from "vitest";

import type { History, HistoryOrder } from "../history/history";
import { casesOf, pastOf } from "./cases";
import { permuted } from "./gate";
import { topRanked } from "./ranker";

const history: History = { orders: [], dated: true, lines: 0, productIds: ["A", "B", "C", "D", "E", "F", "G"] };

function buildOrder(products: number[]): HistoryOrder {
  return { id: "77", customer: 0, day: 1, products: Int32Array.from(products) };
}

const noPast = pastOf([])(0);

describe("cases of an order", () => {
  test("hide at most five, ask with the rest, and seed once", () => {
    const cases = casesOf(buildOrder([0, 1, 2, 3, 4, 5, 6]), noPast, history);
    expect(cases.X1).toHaveLength(5);
    expect(cases.X2).toHaveLength(1);
    expect(cases.X2[0]?.targets.size).toBe(6);
    for (const { query, targets } of cases.X1) expect(query).not.toContain([...targets][0]);
    for (const { query } of cases.X1n2) expect(query).toHaveLength(2);
  });

  test("new products alone are hidden where the customer's past leaves the candidates", () => {
    const past = pastOf([{ ...buildOrder([0]), day: 0 }, buildOrder([1])])(0);
    const cases = casesOf(buildOrder([0, 1, 2]), past, history);
    expect(cases.X1n.map(({ targets }) => [...targets])).toEqual([[2]]);
    expect(cases.X1n[0]?.excluded).toBe(past.products);
    expect(cases.X1n[0]?.past).toMatchObject({ lastProducts: [1, 0], orders: 2 });
  });

  test("an order of one product asks nothing", () => {
    expect(casesOf(buildOrder([3]), noPast, history)).toEqual({ X1: [], X1n: [], X1n2: [], X2: [] });
  });
});

test("ties stand by popularity, and unscored products after the scored", () => {
  const catalogue = { byPopularity: [2, 0, 1, 3], orders: [5, 4, 9, 1] };
  expect(topRanked(Float64Array.of(1, 1, 0, 7), catalogue, (product) => product !== 3, 3)).toEqual([0, 1, 2]);
});

test("permuted baskets keep every size and every product's orders", () => {
  const orders = Array.from({ length: 40 }, (_, n) => buildOrder([n % 7, (n + 1 + (n % 3)) % 7].sort()));
  const dealt = permuted(orders);
  const frequency = (list: HistoryOrder[]) => list.flatMap(({ products }) => [...products]).sort();
  expect(dealt.map(({ products }) => new Set(products).size)).toEqual(orders.map(({ products }) => products.length));
  expect(frequency(dealt)).toEqual(frequency(orders));
  expect(dealt).not.toEqual(orders);
});
