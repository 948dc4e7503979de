import { expect, test } from "vitest";
import { daysAfter } from "../courtesy/days";
import type { RebuyFigures } from "../strategies/reorders-due";
import type { CustomerOrder } from "./customer-dues";
import { customerDues } from "./customer-dues";

const first = new Date("2026-01-01T09:00:00Z");
const known: RebuyFigures = { customers: 20, repeats: 30, repeatCustomers: 10, typicalDays: 30 };
const policy = { minOrders: 5, minCustomers: 3, giftsFrom: "likely" } as const;
/** Every thirty days, six times. */
const orders: CustomerOrder[] = Array.from({ length: 6 }, (_, index) => ({ orderId: index + 1, boughtAt: daysAfter(first, index * 30), productIds: [1], gift: null }));
const last = daysAfter(first, 150);
const duesAt = (now: Date, own = orders, figures = known, asked: Parameters<typeof customerDues>[2] = policy) => customerDues(own, new Map([[1, figures]]), asked, now);

test("a habit is due around its rhythm after the last purchase, until its range is past", () => {
  const [due] = duesAt(last);
  expect(due).toMatchObject({ productId: 1, timesBought: 6, lastOrderId: 6, lastBoughtAt: last });
  if (!due) return;
  expect([due.dueFrom, due.dueOn, due.dueUntil].map((moment) => Math.round((moment.getTime() - last.getTime()) / 86_400_000))).toEqual([20, 30, 45]);
  expect(duesAt(due.dueUntil)).toHaveLength(1);
  expect(duesAt(new Date(due.dueUntil.getTime() + 1))).toEqual([]);
});

test.each<[string, Parameters<typeof duesAt>]>([
  ["was bought for somebody else", [last, orders.map((order) => ({ ...order, gift: "certain" }))]],
  ["customers do not come back for", [last, orders, { ...known, repeatCustomers: 0 }]],
  ["the policy wants more evidence of", [last, orders, known, { ...policy, minOrders: 31 }]],
  ["was bought once", [last, orders.slice(5)]],
])("what %s is due for nobody", (_what, asked) => {
  expect(duesAt(...asked)).toEqual([]);
});
