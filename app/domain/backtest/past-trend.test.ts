import { expect, test } from "vitest";
import { buildPastOrder, dayOf } from "../../../test/support/backtest-builders";
import { PastDays } from "./past-days";
import { PastTrend } from "./past-trend";

function trendOf(sales: readonly (readonly [day: number, productId: number])[], atDay: number) {
  const days = new PastDays();
  const trend = new PastTrend(days);
  for (const [day, productId] of sales) {
    const { processedAt } = buildPastOrder({ processedAt: dayOf(day) });
    trend.moveTo(processedAt);
    days.count([productId], processedAt, 1);
    trend.count([productId], processedAt, 1);
  }
  trend.moveTo(dayOf(atDay));
  return (productId: number) => trend.factor(productId);
}

const early = Array.from({ length: 20 }, (_, day) => [day + 1, 1] as const);
const late = Array.from({ length: 20 }, (_, day) => [day + 101, 2] as const);

test("what sold last counts for more than what sold long ago", () => {
  const factor = trendOf([...early, ...late], 121);
  expect(factor(2)).toBeGreaterThan(1.1);
  expect(factor(1)).toBeLessThan(0.9);
  expect(factor(3)).toBe(1);
});

test("today's orders count from tomorrow on", () => {
  expect(trendOf([...early, ...late.slice(0, 1)], 101)(2)).toBe(trendOf(early, 101)(2));
  expect(trendOf([...early, ...late.slice(0, 1)], 102)(2)).toBeGreaterThan(1);
});

test("without orders for half a year nothing is in fashion", () => {
  const factor = trendOf([...early, ...late], 400);
  expect([factor(1), factor(2)]).toEqual([1, 1]);
});
