import fc from "fast-check";
import { expect, test } from "vitest";

import { visitGapChanges } from "./gap-changes";
import { gapsBetween } from "./purchase-gaps";
import { medianOfCounts } from "./median";
import { ShopIntervals, typicalDays } from "./shop-intervals";

test("adding and taking back purchases in any sequence leaves the gaps of the days that remain", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 30 }), { maxLength: 20 }), fc.infiniteStream(fc.nat()), (days, chance) => {
      const gaps = new Map<number, number>();
      const change = (gap: number, count: number) => {
        gaps.set(gap, (gaps.get(gap) ?? 0) + count);
        if (gaps.get(gap) === 0) gaps.delete(gap);
      };
      const present: number[] = [];
      for (const day of days) {
        visitGapChanges(present, day, 1, change);
        present.push(day);
        if (Number(chance.next().value) % 3 === 0) {
          const [gone = 0] = present.splice(Number(chance.next().value) % present.length, 1);
          visitGapChanges(present, gone, -1, change);
        }
      }
      const expected = new Map<number, number>();
      for (const gap of gapsBetween(present.sort((one, other) => one - other))) expected.set(gap, (expected.get(gap) ?? 0) + 1);
      expect(gaps).toEqual(expected);
    }),
  );
});

test.each([
  [[[5, 1]], 5],
  [[[5, 1], [7, 1]], 6],
  [[[7, 3], [5, 2]], 7],
  [[], null],
] as [[number, number][], number | null][])("the median of %j is %j", (counts, expected) => {
  expect(medianOfCounts(counts)).toBe(expected);
});

test("typical days from a product's median are those from its gaps", () => {
  const intervals = ShopIntervals.of(new Map([[1, [10, 20, 90]], [2, [40, 40]]]));
  expect(typicalDays({ medianDays: 20, gaps: 3 }, 40)).toBe(intervals?.productDays(1));
});
