import { expect, test } from "vitest";
import { buildPurchase } from "../../../test/support/courtesy-builders";
import { pastOf } from "./past-of-purchases";

const bought = (orderId: number, productId: number, day: number, gift: "likely" | null = null) => buildPurchase({ orderId, productId, boughtAt: new Date(Date.UTC(2026, 0, day)), gift });

test("orders stand newest first, whatever the order of the lines, each product once", () => {
  expect(pastOf([bought(1, 10, 1), bought(2, 30, 5), bought(2, 20, 5), bought(1, 20, 1)], "likely")).toEqual({ lastProducts: [20, 30, 10], owned: new Set([20, 30, 10]), orders: 2 });
});

test("gifts say nothing of who gave them, from the policy's confidence on", () => {
  const purchases = [bought(1, 10, 1), bought(2, 20, 2, "likely"), bought(3, 30, 3)];
  expect(pastOf(purchases, "likely")?.lastProducts).toEqual([30, 10]);
  expect(pastOf(purchases, "certain")?.lastProducts).toEqual([30, 20, 10]);
});

test("nothing is known of who has bought nothing before, or only gifts", () => {
  expect(pastOf([], "likely")).toBeNull();
  expect(pastOf([bought(2, 20, 2, "likely")], "likely")).toBeNull();
  expect(pastOf([bought(1, 10, 1)], "likely")).toMatchObject({ lastProducts: [10], orders: 1 });
});
