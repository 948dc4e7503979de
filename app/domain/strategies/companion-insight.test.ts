import { expect, test } from "vitest";
import type { CompanionFigures } from "./companion-figures";
import { companionInsights, type InsightQuestion } from "./companion-insight";

const figure = (productId: number): CompanionFigures => ({ productId, orders: 31, ofOrders: 120, customers: 20, expected: 9.2, shareAtLeast: 0.19, isEnough: true });
const products = new Map([[1, "Tray"], [2, "Cosy"], [3, "Spoon"]].map(([id, title]) => [Number(id), { title: String(title), imageUrl: null }]));
const question: InsightQuestion = { title: "Mug", products, choice: () => undefined, limit: 50 };

test("pins come first, the others stay in their order", () => {
  const found = companionInsights([figure(1), figure(2), figure(3)], { ...question, choice: (id) => (id === 3 ? "pin" : id === 2 ? "exclude" : undefined) });
  expect(found.map(({ title, isPinned, isExcluded }) => [title, isPinned, isExcluded])).toEqual([["Spoon", true, false], ["Tray", false, false], ["Cosy", false, true]]);
});

test("products that the shop no longer has are left out before the list is cut", () => {
  expect(companionInsights([figure(9), figure(1), figure(2)], { ...question, limit: 1 }).map(({ title }) => title)).toEqual(["Tray"]);
});

test("says the reason in the one wording", () => {
  expect(companionInsights([figure(1)], question)[0]?.reason).toBe("bought together in 31 of 120 orders with Mug; about 9 expected by chance");
});
