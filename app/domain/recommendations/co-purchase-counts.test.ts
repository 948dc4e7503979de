import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { CoPurchaseCounts } from "./co-purchase-counts";
import type { Purchase } from "./purchase";

/** An order of one of three customers; customer 0 stands for guests, who share nothing. */
interface Event {
  customer: number;
  products: number[];
}

const anyOrder: fc.Arbitrary<Event> = fc.record({
  customer: fc.integer({ min: 0, max: 3 }),
  products: fc.uniqueArray(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 6 }).map((list) => list.sort((a, b) => a - b)),
});

describe("co-purchase counts", () => {
  test("adding and reversing orders in any sequence leaves exactly the counts of the orders that remain", () => {
    fc.assert(
      fc.property(fc.array(anyOrder, { maxLength: 25 }), fc.infiniteStream(fc.nat()), (orders, chance) => {
        const counts = new CoPurchaseCounts();
        const present: Event[] = [];
        const next = (below: number) => Number(chance.next().value) % below;
        for (const order of orders) {
          counts.add({ products: order.products }, othersOf(order, present));
          present.push(order);
          if (present.length > 1 && next(3) === 0) {
            const [gone] = present.splice(next(present.length), 1);
            if (gone) counts.reverse({ products: gone.products }, othersOf(gone, present));
          }
        }
        expect(contents(counts)).toEqual(contents(countAll([...present].reverse())));
      }),
      { numRuns: 200 },
    );
  });

  test("an order with nobody's other orders counts every pair once, less in a larger order", () => {
    const counts = countAll([
      { customer: 0, products: [1, 2] },
      { customer: 0, products: [1, 2, 3, 4, 5] },
    ]);
    expect(counts.pairCount(2, 1)).toMatchObject({ orders: 2, customers: 2 });
    expect(counts.pairWeight(1, 2)).toBeCloseTo(1 + 1 / 4 ** 0.4, 5);
    expect(counts.productCount(1)).toEqual({ weight: 2, orders: 2, partners: 5 });
  });

  test("the second time one customer buys a pair weighs half, and they stay one customer", () => {
    const counts = countAll([
      { customer: 1, products: [1, 2] },
      { customer: 1, products: [1, 2] },
    ]);
    expect(counts.pairCount(1, 2)).toEqual({ weight: 1.5, orders: 2, customers: 1 });
    expect(counts.shopWeight).toBe(1.5);
  });

  test("a wholesale order above a hundred products counts for its products and for no pair", () => {
    const counts = countAll([{ customer: 0, products: Array.from({ length: 101 }, (_, product) => product) }]);
    expect([...counts.pairEntries()]).toEqual([]);
    expect(counts.productCount(7)).toEqual({ weight: 1, orders: 1, partners: 0 });
  });

  test("more than 32 orders of one customer are told apart", () => {
    const counts = countAll(Array.from({ length: 70 }, () => ({ customer: 1, products: [0, 1] })));
    const harmonic = Array.from({ length: 70 }, (_, k) => 1 / (k + 1)).reduce((sum, part) => sum + part, 0);
    expect(counts.pairWeight(0, 1)).toBeCloseTo(harmonic, 4);
    expect(counts.pairCount(0, 1)).toMatchObject({ orders: 70, customers: 1 });
  });
});

function countAll(orders: readonly Event[]): CoPurchaseCounts {
  const counts = new CoPurchaseCounts();
  orders.forEach((order, index) => counts.add({ products: order.products }, othersOf(order, orders.slice(0, index))));
  return counts;
}

function othersOf({ customer }: Event, present: readonly Event[]): Purchase[] {
  return customer === 0 ? [] : present.filter((other) => other.customer === customer);
}

function contents(counts: CoPurchaseCounts) {
  return {
    shop: [counts.shopWeight, counts.orders, counts.partners],
    products: Array.from({ length: 10 }, (_, product) => counts.productCount(product)),
    pairs: [...counts.pairEntries()].sort(([a, b], [c, d]) => a - c || b - d),
  };
}
