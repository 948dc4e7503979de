import { describe, expect, test } from "vitest";

import { CoPurchaseCounts } from "./co-purchase-counts";
import { type Evidence, evidenceOf, evidenceThreshold, isBoughtTogether } from "./evidence";

const strong: Evidence = { ordersTogether: 31, ordersWithSeed: 120, customers: 25, expectedByChance: 9, shareAtLeast: 0.2 };

describe("the gate", () => {
  test.each([
    ["passes what chance does not explain", {}, true],
    ["refuses four orders, however surprising", { ordersTogether: 4, expectedByChance: 0.001 }, false],
    ["refuses what two customers did", { customers: 2 }, false],
    ["refuses what chance explains", { expectedByChance: 25 }, false],
  ])("%s", (_, change, passes) => {
    expect(isBoughtTogether({ ...strong, ...change }, Math.log(1e-4))).toBe(passes);
  });

  test("finds the two that always go together among products bought at random, and nothing else", () => {
    const counts = new CoPurchaseCounts();
    for (let order = 0; order < 200; order++) {
      const random = [0, 1, 2].map((n) => 2 + ((order * 7 + n * 13 + (order >> 3) * n) % 28));
      counts.add({ products: [...new Set([...(order % 10 === 0 ? [0, 1] : []), ...random])].sort((a, b) => a - b) });
    }
    const threshold = evidenceThreshold(counts);
    expect(isBoughtTogether(evidenceOf(counts, 0, 1), threshold)).toBe(true);
    expect(isBoughtTogether(evidenceOf(counts, 0, 2), threshold)).toBe(false);
  });

  test("lets nothing pass in a shop without orders", () => {
    const counts = new CoPurchaseCounts();
    expect(evidenceThreshold(counts)).toBe(Number.NEGATIVE_INFINITY);
    expect(isBoughtTogether(evidenceOf(counts, 0, 1), evidenceThreshold(counts))).toBe(false);
  });
});
