import fc from "fast-check";
import { expect, test } from "vitest";

import type { PairCount } from "./pair-row";
import { PairTable } from "./pair-table";

const anyChange = fc.record({
  first: fc.integer({ min: 0, max: 3 }),
  others: fc.uniqueArray(fc.integer({ min: 4, max: 40 }), { minLength: 1, maxLength: 25 }).map((list) => list.sort((a, b) => a - b)),
  weight: fc.integer({ min: -1_000, max: 2 ** 20 }),
  isRead: fc.boolean(),
});

function pairsOf(table: PairTable, product: number): Map<number, PairCount> {
  const found = new Map<number, PairCount>();
  table.visitPairsOf(product, (other, weight, orders, customers) => found.set(other, { weight, orders, customers }));
  return found;
}

test("holds the sum of what was added, whenever it is read", () => {
  fc.assert(
    fc.property(fc.array(anyChange, { maxLength: 40 }), (changes) => {
      const table = new PairTable();
      const expected = new Map<string, { weight: number; orders: number; customers: number }>();
      for (const { first, others, weight, isRead } of changes) {
        table.rowOf(first).addAll(others, 1, weight, 1, 1);
        table.rowOf(first).addOne(others[0] ?? 4, weight, 2, 1);
        for (const [place, other] of others.entries()) {
          const held = expected.get(`${first} ${other}`) ?? { weight: 0, orders: 0, customers: 0 };
          expected.set(`${first} ${other}`, { weight: held.weight + weight, orders: held.orders + (place === 0 ? 2 : 1), customers: held.customers + 1 });
        }
        if (isRead) expect(table.get(others[0] ?? 4, first)).toEqual(expected.get(`${first} ${others[0] ?? 4}`));
        if (isRead) expect(pairsOf(table, others[0] ?? 4).get(first)).toEqual(expected.get(`${first} ${others[0] ?? 4}`));
      }
      expect(new Map([...table.entries()].map(([first, second, count]) => [`${first} ${second}`, count]))).toEqual(expected);
      for (let other = 4; other <= 40; other++) {
        const found = [0, 1, 2, 3].flatMap((first): [number, PairCount][] => {
          const count = expected.get(`${first} ${other}`);
          return count ? [[first, count]] : [];
        });
        expect(pairsOf(table, other)).toEqual(new Map(found));
      }
      for (const first of [0, 1, 2, 3]) expect([...pairsOf(table, first).keys()].every((other) => expected.has(`${first} ${other}`))).toBe(true);
    }),
  );
});

test("a pair that was never seen has nothing", () => {
  const table = new PairTable();
  table.rowOf(2).addOne(5, 1, 1, 1);
  expect([table.weightOf(2, 4), table.weightOf(5, 2), table.weightOf(7, 9)]).toEqual([0, 1, 0]);
  expect(table.get(2, 6)).toEqual({ weight: 0, orders: 0, customers: 0 });
});

const anyOrder = fc.record({
  products: fc.uniqueArray(fc.integer({ min: 0, max: 12 }), { minLength: 1, maxLength: 6 }).map((list) => Int32Array.from(list).sort()),
  weight: fc.integer({ min: -1_000, max: 2 ** 20 }),
});

test("kept both ways, a pair is the same from either side, and as when it is kept one way", () => {
  fc.assert(
    fc.property(fc.array(anyOrder, { maxLength: 60 }), fc.uniqueArray(fc.integer({ min: 0, max: 14 }), { maxLength: 8 }), (orders, asked) => {
      const [one, both] = [new PairTable(), new PairTable(true)];
      for (const table of [one, both]) {
        for (const { products, weight } of orders) {
          for (const [place, product] of products.entries()) table.addAll(product, products, place, weight, 1, 1);
          if (products.length > 1) table.add(products[0] ?? 0, products[1] ?? 0, weight, 0, -1);
        }
      }
      expect([...both.entries()]).toEqual([...one.entries()]);
      for (let product = 0; product <= 12; product++) expect(pairsOf(both, product)).toEqual(pairsOf(one, product));
      for (const table of [one, both]) {
        const cells = (count: (pair: PairCount) => number) => asked.flatMap((first) => asked.map((second) => (first === second ? 0 : count(table.get(first, second)))));
        expect([...table.ordersAmong(asked)]).toEqual(cells(({ orders: together }) => together));
        expect([...table.weightsAmong(asked)]).toEqual(cells(({ weight }) => weight));
      }
    }),
  );
});
