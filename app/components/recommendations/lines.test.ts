import { describe, expect, test } from "vitest";
import { textsIn } from "../../i18n/translator.server";
import { companionLines, missingRungLines, rebuyLines } from "./lines";

const { t } = textsIn("en");
const figures = { orders: 1_031, ofOrders: 1_200, customers: 400, expected: 9.2, shareAtLeast: 0.199 };
const companion = { productId: 1, title: "Tray", imageUrl: null, figures, isEnough: true, isPinned: false, isExcluded: false, isExcludedEverywhere: false };

describe("a companion", () => {
  test("is told with its counts and a whole sentence", () => {
    expect(companionLines(t, [companion], "Mug")).toMatchObject([{ together: "1,031 of 1,200", reason: "Bought together in 1,031 of 1,200 orders with Mug; about 9 expected by chance.", counts: "" }]);
  });

  test("that staff pinned says so, and its counts beside it", () => {
    expect(companionLines(t, [{ ...companion, isPinned: true }], "Mug")).toMatchObject([{ reason: "Pinned by staff to Mug.", counts: "Bought together in 1,031 of 1,200 orders with Mug; about 9 expected by chance." }]);
    expect(companionLines(t, [{ ...companion, isPinned: true, figures: null }], "Mug")).toMatchObject([{ reason: "Pinned by staff to Mug.", counts: "", confidence: "" }]);
  });

  test.each([[0.199, "At least 19%"], [0.0199, "At least 1%"], [0.0099, "Below 1%"], [0, "Below 1%"]])("a share of at least %f reads %s, never more than is known", (shareAtLeast, confidence) => {
    expect(companionLines(t, [{ ...companion, figures: { ...figures, shareAtLeast } }], "Mug")).toMatchObject([{ confidence }]);
  });
});

describe("what is bought again", () => {
  const row = { productId: 1, title: "Tea", imageUrl: null, customers: 1_200, repeatCustomers: 40, repeats: 55, isRebought: true, typicalDays: 28 };

  test.each<[number | null, string]>([
    [28, "Typically 28 days; half of them 19 to 42"], [1, "Typically 1 day; half of them 1 to 2"], [0.2, "Typically 1 day; half of them 1 to 1"], [null, ""],
  ])("every %s days reads %j", (typicalDays, gap) => {
    expect(rebuyLines(t, [{ ...row, typicalDays }])).toMatchObject([{ gap, cameBack: "40 of 1,200", repeats: "55" }]);
  });
});

test("a missing rung is told with its prices and how many times dearer the next is", () => {
  const rung = { by: "type" as const, name: "Mug", belowMinor: 4_000, aboveMinor: 20_000, belowProductId: 1, aboveProductId: 2, productsBelow: 3, productsAbove: 1, title: "Mug", belowTitle: "Small", aboveTitle: "Grand" };
  // The collection of the same name has the same gap.
  expect(missingRungLines(t, [rung, { ...rung, by: "collection" }], "GBP")).toEqual([{
    family: "Type: Mug", belowMinor: 4_000, aboveMinor: 20_000, gap: "Nothing between £40.00 and £200.00", times: "5 times",
    below: { id: 1, title: "Small", price: "£40.00" }, above: { id: 2, title: "Grand", price: "£200.00" },
  }]);
});
