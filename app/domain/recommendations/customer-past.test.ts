import { describe, expect, test } from "vitest";
import { type Affinities, affinitiesOf } from "./affinities";
import { CoPurchaseCounts } from "./co-purchase-counts";
import { customerPast, pastWeights } from "./customer-past";
import { neighboursOf } from "./neighbours";
import { scoreForOrder } from "./score-order";

/** 1 is bought with 2 and with 3, as often; 2 goes with 8, 3 with 9, which many buy. */
function buildCounts(): CoPurchaseCounts {
  const counts = new CoPurchaseCounts();
  for (let n = 0; n < 40; n++) counts.add({ products: [1, n % 2 === 0 ? 2 : 3] });
  for (let n = 0; n < 40; n++) counts.add({ products: n % 2 === 0 ? [2, 8] : [3, 9] });
  for (let n = 0; n < 60; n++) counts.add({ products: [20 + (n % 10), 30 + (n % 7)] });
  return counts;
}

const counts = buildCounts();
const neighbours = (product: number) => neighboursOf(counts, product);
const affinities = (product: number): Affinities => affinitiesOf(neighbours(product));
const scores = (query: readonly number[], newestFirst: readonly (readonly number[])[]) => {
  const past = customerPast(newestFirst);
  return scoreForOrder(query, { neighbours, past: past && pastWeights(past, affinities) }, () => true);
};

describe("what a customer bought before", () => {
  test("brings nearer what goes with it", () => {
    const plain = scores([1], []);
    expect(plain.get(2)).toBeCloseTo(plain.get(3) ?? 0);
    const [of8, of9] = [scores([1], [[8], [20]]), scores([1], [[9], [20]])];
    expect(of8.get(2) ?? 0).toBeGreaterThan((of8.get(3) ?? 0) * 1.5);
    expect(of9.get(3) ?? 0).toBeGreaterThan((of9.get(2) ?? 0) * 1.5);
  });

  test("says something from one order on, which with the one in hand makes two", () => {
    expect(customerPast([])).toBeNull();
    const [of8, of9] = [scores([1], [[8]]), scores([1], [[9]])];
    expect(of8.get(2) ?? 0).toBeGreaterThan((of9.get(2) ?? 0) * 1.5);
  });

  test("says nothing where no order is in hand", () => {
    expect(scores([], [[8], [9]])).toEqual(new Map());
  });

  test("counts for less, the more the order in hand tells of itself", () => {
    const gain = (query: readonly number[]) => {
      const [with8, plain] = [scores(query, [[8], [20]]), scores(query, [])];
      return ((with8.get(2) ?? 0) / (with8.get(3) ?? 0)) / ((plain.get(2) ?? 0) / (plain.get(3) ?? 0));
    };
    expect(gain([1, 20])).toBeCloseTo(gain([1]));
    expect(gain([1, 20, 21, 30])).toBeCloseTo(Math.sqrt(gain([1])));
  });

  test("moves away what was left in every order, unless it is owned", () => {
    const strangers = [[21], [22], [23], [24], [25]];
    const share = (newestFirst: readonly (readonly number[])[]) => (scores([1], newestFirst).get(2) ?? 0) / (scores([1], [[21], [22]]).get(2) ?? 1);
    expect(share(strangers)).toBeLessThan(0.9);
    expect(share([...strangers, [2]])).toBeGreaterThan(1);
  });
});

test("the last products are those of the newest orders, twenty at most, each once", () => {
  const orders = [[5, 6], [6, 7], Array.from({ length: 40 }, (_, n) => 100 + n)];
  expect(customerPast(orders)).toMatchObject({ lastProducts: [5, 6, 7, ...Array.from({ length: 17 }, (_, n) => 100 + n)], orders: 3 });
  expect(customerPast(orders)?.owned.size).toBe(43);
});

test("what goes with a product shares its one vote, the nearest first", () => {
  const { products, weights } = affinities(8);
  expect(products[0]).toBe(2);
  expect([...weights].sort((one, other) => other - one)).toEqual(weights);
  expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 2);
  expect(affinities(99)).toEqual({ products: [], weights: [] });
});
