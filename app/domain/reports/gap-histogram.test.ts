import { expect, test } from "vitest";
import { gapHistogram, gapSteps } from "./gap-histogram";

test("steps follow each other without a gap, the last without an end", () => {
  for (const [place, { to }] of gapSteps.entries()) expect(gapSteps[place + 1]?.from ?? null).toBe(to === null ? null : to + 1);
});

test("every step has its bar with its share of all", () => {
  const bars = gapHistogram([3, 0, 1]);
  expect(bars).toHaveLength(gapSteps.length);
  expect(bars?.slice(0, 4)).toEqual([
    { from: 1, to: 7, purchases: 3, share: 0.75 }, { from: 8, to: 14, purchases: 0, share: 0 }, { from: 15, to: 30, purchases: 1, share: 0.25 }, { from: 31, to: 60, purchases: 0, share: 0 },
  ]);
});

test("without purchases there is none", () => {
  expect(gapHistogram([])).toBeNull();
});
