import { describe, expect, test } from "vitest";

import { dueRange, type Rhythm } from "./due-date";
import { median } from "./median";
import { promptDay, promptRefusal, shouldStopPrompting } from "./prompt-gate";
import { ProductTrend } from "./product-trend";
import { gapsBetween } from "./purchase-gaps";
import { newProductScore, reorderScores, withCompanions } from "./reorder-score";
import { RepeatRates } from "./repeat-rates";
import { ShopIntervals } from "./shop-intervals";

const monthly: Rhythm = { pairGaps: [30, 30, 30], orderGaps: [30, 30], productDays: 30, shopDays: 40 };

describe("due range", () => {
  test("a steady rhythm is expected to go on, with a range around it", () => {
    const due = dueRange(monthly);
    expect(due.expectedDays).toBeCloseTo(30);
    expect(due.earliestDays).toBeCloseTo(20);
    expect(due.latestDays).toBeCloseTo(45);
  });

  test("one gap counts for little against what others do", () => {
    expect(dueRange({ ...monthly, pairGaps: [3] }).expectedDays).toBeGreaterThan(15);
  });

  test("only the last six gaps are the customer's rhythm", () => {
    const before = dueRange({ ...monthly, pairGaps: [300, 30, 30, 30, 30, 30, 30] });
    const after = dueRange({ ...monthly, pairGaps: [30, 30, 30, 30, 30, 30, 300] });
    expect(before.expectedDays).toBeCloseTo(30);
    expect(after.expectedDays).toBeGreaterThan(30);
  });

  test("without order gaps the shop's typical gap stands in", () => {
    expect(dueRange({ ...monthly, orderGaps: [] }).expectedDays).toBeGreaterThan(30);
  });
});

describe("prompts", () => {
  test.each([
    [2, 14, "tooFewPurchases"],
    [3, 14, null],
    [3, 60, "rangeTooWide"],
  ])("%i purchases, due in %i days: %s", (purchases, days, refusal) => {
    expect(promptRefusal(purchases, { earliestDays: days / 1.5, expectedDays: days, latestDays: days * 1.5 })).toBe(refusal);
  });

  test("go out three days before the date, at once when that is past", () => {
    expect(promptDay({ earliestDays: 7, expectedDays: 10, latestDays: 15 })).toBe(7);
    expect(promptDay({ earliestDays: 1, expectedDays: 2, latestDays: 3 })).toBe(0);
  });

  test.each([
    [49, 0, false],
    [50, 0, true],
    [1_000, 100, true],
    [1_000, 250, false],
  ])("after %i with %i successes, stopping is %s", (sent, succeeded, stops) => {
    expect(shouldStopPrompting(sent, succeeded)).toBe(stops);
  });
});

describe("repeat rates and scores", () => {
  test("a product that owners buy again has a higher rate than one they do not", () => {
    const rates = new RepeatRates();
    for (let n = 0; n < 200; n++) rates.add([1], new Set([1, 2]));
    expect(rates.rate(1)).toBeGreaterThan(0.8);
    expect(rates.rate(2)).toBeLessThan(0.2);
    expect(rates.popularity(1)).toBe(1);
  });

  test("recent and frequent purchases score highest", () => {
    const orders = [
      { day: 0, products: [1, 3] },
      { day: 30, products: [1] },
      { day: 60, products: [1, 2] },
    ];
    const scores = reorderScores(orders, new RepeatRates(), new ProductTrend(), 90);
    expect([...scores].sort((a, b) => b[1] - a[1]).map(([product]) => product)).toEqual([1, 2, 3]);
  });

  test("a companion of the last order gains on what was bought, and enters where it was not", () => {
    const rates = new RepeatRates();
    rates.add([3], new Set());
    const joined = withCompanions(new Map([[1, 0.3]]), new Map([[1, 5], [3, 10]]), rates);
    expect(joined.get(1)).toBeCloseTo(0.35);
    expect(joined.get(3)).toBeCloseTo(newProductScore(3, rates) + 0.1);
    expect(withCompanions(new Map([[1, 0.3]]), new Map(), rates)).toEqual(new Map([[1, 0.3]]));
  });

  test("what is bought more now than usual rises, whatever the sequence of counting", () => {
    const trend = new ProductTrend();
    for (const day of [300, 1, 60, 290, 20]) trend.add([day > 200 ? 1 : 2], day);
    expect(trend.factor(1)).toBeGreaterThan(1);
    expect(trend.factor(2)).toBeLessThan(1);
    expect(new ProductTrend().factor(1)).toBe(1);
  });

  test("unknown dates fade by orders alone", () => {
    const undated = reorderScores([{ day: Number.NaN, products: [1] }], new RepeatRates(), new ProductTrend(), Number.NaN);
    const sameDay = reorderScores([{ day: 5, products: [1] }], new RepeatRates(), new ProductTrend(), 5);
    expect(undated).toEqual(sameDay);
  });
});

describe("intervals", () => {
  test("a product's few gaps are drawn to the shop's median", () => {
    const intervals = ShopIntervals.of(new Map([[1, [10]], [2, Array.from({ length: 99 }, () => 40)]]));
    expect(intervals?.productDays(2)).toBeCloseTo(40);
    expect(intervals?.productDays(1)).toBeGreaterThan(35);
    expect(intervals?.productDays(7)).toBe(40);
  });

  test("nothing bought twice gives no intervals", () => {
    expect(ShopIntervals.of(new Map())).toBeNull();
  });

  test("gaps leave out a second purchase on one day", () => {
    expect(gapsBetween([1, 1, 8])).toEqual([7]);
    expect(median([3, 1, 2, 10])).toBe(2.5);
  });
});
