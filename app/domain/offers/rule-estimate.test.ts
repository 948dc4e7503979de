import { expect, test } from "vitest";
import { buildPastLine, buildPastOrder, dayOf } from "../../../test/support/backtest-builders";
import type { PastOrder } from "../backtest/past-order";
import type { Condition } from "../rules/condition";
import type { Placement } from "./placement";
import { estimateRule } from "./rule-estimate";

const order = (day: number, over: Partial<PastOrder> = {}) => buildPastOrder({ customerKey: `c:${day}`, processedAt: dayOf(day), ...over });
const estimate = (conditions: Condition[], recent: PastOrder[], placements: Placement[] = ["post-purchase"], earlier: PastOrder[] = []) =>
  estimateRule({ kind: "all", conditions }, placements, { earlier, recent }, { timeZone: "UTC", catalogue: new Map(), stock: {} }, "GBP");

const dear: Condition = { kind: "orderValue", minMinor: 5_000, currency: "GBP" };
const ofProduct: Condition = { kind: "product", match: "any", productIds: [200] };

test("counts the orders that meet the rule, and each condition by itself", () => {
  const orders = [
    order(1, { totalMinor: 6_000 }), order(2, { totalMinor: 6_000, lines: [buildPastLine(200)] }), order(3, { lines: [buildPastLine(200)] }), order(4),
  ];
  expect(estimate([dear, ofProduct], orders)).toEqual({ orders: 4, reachable: 4, qualified: 1, unknown: 0, parts: [2, 2], isUntold: false });
});

test("orders that could never reach the place are told apart, and one place of several is enough", () => {
  const wallet = order(1, { gateways: ["paypal"] });
  expect(estimate([], [wallet, order(2)])).toMatchObject({ orders: 2, reachable: 1, qualified: 1 });
  expect(estimate([], [wallet, order(2)], ["post-purchase", "thank-you"])).toMatchObject({ reachable: 2, qualified: 2 });
});

test("what past orders don't tell is not counted as met", () => {
  expect(estimate([{ kind: "customerTag", match: "any", tags: ["vip"] }], [order(1)])).toMatchObject({ qualified: 0, unknown: 1, parts: [0] });
});

test("a customer's earlier orders count, those before the sample included", () => {
  const again: Condition = { kind: "customerOrderCount", min: 2 };
  const mine = (day: number) => order(day, { customerKey: "c:me" });
  expect(estimate([again], [mine(2), mine(3)], ["post-purchase"], [mine(1)])).toMatchObject({ qualified: 1 });
});

test("places that leave no trace on orders are not estimated", () => {
  expect(estimate([], [order(1)], ["account", "e-mail"])).toMatchObject({ isUntold: true, qualified: 0 });
});
