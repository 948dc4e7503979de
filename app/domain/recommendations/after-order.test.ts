import fc from "fast-check";
import { expect, test } from "vitest";

import { asEarlier, asLater, type DatedPurchase, visitFollowing, visitNextOrder } from "./after-order";
import { CoPurchaseCounts } from "./co-purchase-counts";

function buildOrder(orderId: number, products: number[], day = orderId): DatedPurchase {
  return { orderId, boughtAt: new Date(Date.UTC(2026, 0, day)), products };
}

function counted(customers: readonly (readonly DatedPurchase[])[]): CoPurchaseCounts {
  const counts = new CoPurchaseCounts();
  for (const orders of customers) visitFollowing(orders, 1, counts);
  return counts;
}

test("counts what is new in the next order, whatever came in between or later", () => {
  const counts = counted([[buildOrder(1, [1]), buildOrder(2, [1, 2]), buildOrder(3, [3])], [buildOrder(4, [1]), buildOrder(5, [2])]]);
  const after = (one: number, other: number) => counts.pairCount(asEarlier(one), asLater(other)).orders;
  expect([after(1, 2), after(2, 3), after(1, 3), after(2, 1), after(1, 1)]).toEqual([2, 1, 1, 0, 0]);
  expect(counts.pairCount(asEarlier(1), asLater(2)).customers).toBe(2);
  expect(counts.productCount(asEarlier(1)).orders).toBe(3);
  expect(counts.orders).toBe(3);
});

test("a customer who does it a second time adds half as much", () => {
  const counts = counted([[buildOrder(1, [1]), buildOrder(2, [2]), buildOrder(3, [1]), buildOrder(4, [2])]]);
  expect(counts.pairCount(asEarlier(1), asLater(2))).toEqual({ weight: 1.5, orders: 2, customers: 1 });
});

test("very large orders count for their products and for no pair", () => {
  const counts = counted([[buildOrder(1, Array.from({ length: 31 }, (_, product) => product + 10)), buildOrder(2, [1])]]);
  expect([...counts.pairEntries()]).toEqual([]);
  expect(counts.productCount(asLater(1))).toEqual({ weight: 1, orders: 1, partners: 0 });
});

const anyOrders = fc.array(
  fc.record({
    customer: fc.integer({ min: 0, max: 2 }),
    day: fc.integer({ min: 1, max: 12 }),
    products: fc.uniqueArray(fc.integer({ min: 0, max: 7 }), { minLength: 1, maxLength: 4 }).map((list) => list.sort((a, b) => a - b)),
  }),
  { maxLength: 18 },
);

test("orders that come and go in any sequence leave exactly the counts of those that remain", () => {
  fc.assert(
    fc.property(anyOrders, fc.infiniteStream(fc.nat()), (orders, chance) => {
      const counts = new CoPurchaseCounts();
      const held: DatedPurchase[][] = [[], [], []];
      const change = (customer: number, now: DatedPurchase[]) => {
        visitFollowing(held[customer] ?? [], -1, counts);
        visitFollowing(now, 1, counts);
        held[customer] = now;
      };
      for (const [index, { customer, day, products }] of orders.entries()) {
        const own = held[customer] ?? [];
        change(customer, [buildOrder(index, products, day), ...own]);
        if (Number(chance.next().value) % 3 === 0) change(customer, (held[customer] ?? []).filter((_, place) => place !== Number(chance.next().value) % (own.length + 1)));
      }
      expect(contents(counts)).toEqual(contents(counted(held)));
    }),
  );
});

test("orders told one after the other leave the counts of all of them", () => {
  fc.assert(
    fc.property(anyOrders, (orders) => {
      const counts = new CoPurchaseCounts();
      const held: DatedPurchase[][] = [[], [], []];
      for (const [index, { customer, products }] of orders.entries()) {
        const next = buildOrder(index, products);
        visitNextOrder(held[customer] ?? [], next, counts);
        held[customer]?.push(next);
      }
      expect(contents(counts)).toEqual(contents(counted(held)));
    }),
  );
});

function contents(counts: CoPurchaseCounts) {
  return {
    shop: [counts.shopWeight, counts.orders, counts.partners],
    products: Array.from({ length: 16 }, (_, number) => counts.productCount(number)),
    pairs: [...counts.pairEntries()].sort(([a, b], [c, d]) => a - c || b - d),
  };
}
