import { expect, test } from "vitest";

import { CoPurchaseCounts } from "./co-purchase-counts";
import { overlapsOf, WHOLE } from "./overlaps";

/** 1 and 2 are often bought together; 0 is bought with one of them, and `others` more beside. */
function shareOfTwins(others: number): number {
  const counts = new CoPurchaseCounts();
  for (let n = 0; n < 200; n++) {
    counts.add({ products: [1, 2] });
    counts.add({ products: [0, 1 + (n % 2), ...Array.from({ length: others }, (_, other) => 10 + other * 20 + (n % 20))] });
  }
  const { products, shares } = overlapsOf(counts, 0);
  return (shares[products.indexOf(1) * products.length + products.indexOf(2)] ?? 0) / WHOLE;
}

test("twins take from each other where orders hold much, and little where they hold one thing more", () => {
  const [hardly, wholly] = [shareOfTwins(0), shareOfTwins(9)];
  expect(hardly).toBeGreaterThan(0);
  expect(wholly / hardly).toBeCloseTo((10 / 13) / (1 / 4), 1);
});

test("nothing takes anything from a product that was never bought beside another", () => {
  const counts = new CoPurchaseCounts();
  counts.add({ products: [0] });
  expect(overlapsOf(counts, 0)).toEqual({ products: [], shares: new Uint8Array(0) });
  expect(overlapsOf(counts, 7)).toEqual({ products: [], shares: new Uint8Array(0) });
});
