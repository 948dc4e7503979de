import { expect, test } from "vitest";
import type { CompanionFigures } from "./companion-figures";
import { companionInsights, type InsightQuestion } from "./companion-insight";

const figure = (productId: number): CompanionFigures => ({ productId, orders: 31, ofOrders: 120, customers: 20, expected: 9.2, shareAtLeast: 0.19, isEnough: true });
const products = new Map([[1, "Tray"], [2, "Cosy"], [3, "Spoon"], [4, "Bowl"]].map(([id, title]) => [Number(id), { title: String(title), imageUrl: null }]));
const question: InsightQuestion = { products, choices: new Map(), everywhere: new Map(), limit: 50 };

test("pins come first, the others stay in their order", () => {
  const found = companionInsights([figure(1), figure(2), figure(3)], { ...question, choices: new Map([[3, "pin"], [2, "exclude"]]) });
  expect(found.map(({ title, isPinned, isExcluded }) => [title, isPinned, isExcluded])).toEqual([["Spoon", true, false], ["Tray", false, false], ["Cosy", false, true]]);
});

test("a pin that was never bought with the product stands there without figures", () => {
  const [first] = companionInsights([figure(1)], { ...question, choices: new Map([[4, "pin"]]) });
  expect(first).toMatchObject({ title: "Bowl", figures: null, isEnough: false, isPinned: true });
});

test("what staff leave out everywhere is left out here", () => {
  expect(companionInsights([figure(1)], { ...question, everywhere: new Map([[1, "exclude"]]) })[0]).toMatchObject({ isExcluded: true, isExcludedEverywhere: true });
});

test("products that the shop no longer has are left out before the list is cut", () => {
  expect(companionInsights([figure(9), figure(1), figure(2)], { ...question, limit: 1 }).map(({ title }) => title)).toEqual(["Tray"]);
});
