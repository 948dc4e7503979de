import { expect, test } from "vitest";
import { daysAfter } from "../courtesy/days";
import type { OwnOrder, RebuyFigures } from "../strategies/reorders-due";
import { reordersDue } from "../strategies/reorders-due";
import { reorderToTell } from "./reorder-to-tell";

const first = new Date("2026-01-01T09:00:00Z");
const known: RebuyFigures = { customers: 20, repeats: 30, repeatCustomers: 10, typicalDays: 30 };
/** Every thirty days, six times. */
const orders: OwnOrder[] = Array.from({ length: 6 }, (_, index) => ({ boughtAt: daysAfter(first, index * 30), productIds: index % 2 === 0 ? [1, 2] : [1] }));
const figures = new Map([[1, known], [2, { ...known, typicalDays: 60 }]]);
const everything = new Set([1, 2]);
const [due] = reordersDue(orders, figures);
const told = (now: Date | undefined, sellable = everything, told = figures) => reorderToTell(orders, told, sellable, now ?? first)?.productId ?? null;

test("the product with the firmest rhythm is told of within the days in which it is due, the first and the last included", () => {
  expect(due).toMatchObject({ productId: 1, timesBought: 6 });
  if (!due) return;
  expect(reorderToTell(orders, figures, everything, due.dueFrom)).toMatchObject({ productId: 1, lastBoughtAt: daysAfter(first, 150) });
  expect(told(due.dueUntil)).toBe(1);
  expect(told(new Date(due.dueFrom.getTime() - 1))).not.toBe(1);
  expect(told(new Date(due.dueUntil.getTime() + 1))).not.toBe(1);
});

test("what cannot be had, is not bought again or is of no known rhythm is passed over", () => {
  expect(told(due?.dueFrom, new Set([2]))).not.toBe(1);
  expect(told(due?.dueFrom, everything, new Map([[1, { ...known, repeatCustomers: 0 }]]))).toBeNull();
  expect(told(due?.dueFrom, everything, new Map())).toBeNull();
});
