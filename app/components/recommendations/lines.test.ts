import { describe, expect, test } from "vitest";
import { companionLines, missingRungLines, rebuyLines } from "./lines";

const companion = {
  productId: 1, title: "Tray", imageUrl: null, reason: "bought together in 1,031 of 1,200 orders with Mug; about 9 expected by chance",
  isEnough: true, isPinned: false, isExcluded: false, orders: 1_031, ofOrders: 1_200, shareAtLeast: 0.199,
};

describe("a companion", () => {
  test("is told with its counts and a whole sentence", () => {
    expect(companionLines([companion])).toMatchObject([{ together: "1,031 of 1,200", reason: "Bought together in 1,031 of 1,200 orders with Mug; about 9 expected by chance." }]);
  });

  test.each([[0.199, "At least 19 %"], [0.0199, "At least 1 %"], [0.0099, "Below 1 %"], [0, "Below 1 %"]])("a share of at least %f reads %s, never more than is known", (shareAtLeast, confidence) => {
    expect(companionLines([{ ...companion, shareAtLeast }])).toMatchObject([{ confidence }]);
  });
});

describe("what is bought again", () => {
  const row = { productId: 1, title: "Tea", imageUrl: null, customers: 1_200, repeatCustomers: 40, repeats: 55, isRebought: true, typicalDays: 28 };

  test.each<[number | null, string]>([
    [28, "Typically 28 days; half of them 19 to 42"], [1, "Typically 1 day; half of them 1 to 2"], [0.2, "Typically 1 day; half of them 1 to 1"], [null, ""],
  ])("every %s days reads %j", (typicalDays, gap) => {
    expect(rebuyLines([{ ...row, typicalDays }])).toMatchObject([{ gap, customers: "1,200", repeats: "55" }]);
  });
});

test("a missing rung is told with its prices and how many times dearer the next is", () => {
  const rung = { by: "type" as const, name: "Mug", belowMinor: 4_000, aboveMinor: 20_000, belowProductId: 1, aboveProductId: 2, productsBelow: 3, productsAbove: 1, title: "Mug", belowTitle: "Small", aboveTitle: "Grand" };
  expect(missingRungLines([rung], "GBP")).toEqual([{
    family: "Mug", belowMinor: 4_000, aboveMinor: 20_000, gap: "nothing between £40.00 and £200.00", times: "5 times",
    below: { id: 1, title: "Small", price: "£40.00" }, above: { id: 2, title: "Grand", price: "£200.00" },
  }]);
});
