import { describe, expect, test } from "vitest";

import type { History, HistoryOrder } from "../history/history";
import { fnv1a32 } from "./hash";
import { figuresOf, median, standardError } from "./metrics";
import { splitHistory } from "./split";

test.each([
  // The vectors of the algorithm's authors.
  ["", 0x811c9dc5],
  ["a", 0xe40c292c],
  ["foobar", 0xbf9cf968],
])("FNV-1a of %j", (text, hash) => {
  expect(fnv1a32(text)).toBe(hash);
});

function buildOrder(id: string, customer: number, day: number): HistoryOrder {
  return { id, customer, day, products: Int32Array.of(0) };
}

function buildHistory(orders: HistoryOrder[], dated: boolean): History {
  return { orders, dated, productIds: ["p"], lines: orders.length };
}

describe("splits", () => {
  test("the last tenth is the test, and equal times stay on the earlier side", () => {
    const orders = Array.from({ length: 20 }, (_, n) => buildOrder(String(n), -1, n === 18 ? 17 : n));
    const { train, test: held } = splitHistory(buildHistory(orders, true), "test");
    expect(train).toHaveLength(19);
    expect(held.map(({ id }) => id)).toEqual(["19"]);
  });

  test("validation is the tenth before, and what comes after is not seen", () => {
    const orders = Array.from({ length: 20 }, (_, n) => buildOrder(String(n), -1, n));
    const { train, test: held } = splitHistory(buildHistory(orders, true), "validation");
    expect(train).toHaveLength(16);
    expect(held.map(({ id }) => id)).toEqual(["16", "17"]);
  });

  test.each([
    ["test", ["a3"], ["a1", "a2", "b1", "guest"]],
    ["validation", ["a2"], ["a1", "b1", "guest"]],
  ] as const)("without dates the %s split leaves one order of each customer out", (name, held, trained) => {
    const orders = [buildOrder("a1", 0, NaN), buildOrder("a2", 0, NaN), buildOrder("a3", 0, NaN), buildOrder("b1", 1, NaN), buildOrder("guest", -1, NaN)];
    const split = splitHistory(buildHistory(orders, false), name);
    expect(split.test.map(({ id }) => id)).toEqual(held);
    expect(split.train.map(({ id }) => id)).toEqual(trained);
  });
});

describe("figures", () => {
  test("of a list whose second place hits one of two targets", () => {
    const figures = figuresOf([5, 1, 6], new Set([1, 2]), 2);
    expect(figures).toMatchObject({ hit6: 1, reciprocal6: 0.5, recall10: 0.5, hit10: 1 });
    expect(figures.ndcg10).toBeCloseTo(1 / Math.log2(3) / (1 + 1 / Math.log2(3)));
  });

  test("a hit at the seventh place is none at 6", () => {
    expect(figuresOf([9, 9, 9, 9, 9, 9, 1], new Set([1]), 1)).toMatchObject({ hit6: 0, reciprocal6: 0, hit10: 1 });
  });

  test("median and standard error", () => {
    expect(median([4, 1, 3])).toBe(3);
    expect(median([])).toBeNull();
    expect(standardError([0, 1, 0, 1])).toBeCloseTo(0.2887, 4);
  });
});
