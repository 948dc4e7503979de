import { describe, expect, test } from "vitest";
import { OfferStrategy } from "../../domain/strategies/strategy";
import { emptyStrategy, formToStrategy, inOrder, strategyToForm } from "./strategy-form";

const exclude = { productIds: [1], collectionIds: [2], tags: ["sale"] };

describe("a saved strategy", () => {
  test.each<[OfferStrategy]>([
    [{ kind: "boughtTogether", exclude }], [{ kind: "boughtTogether", minOrders: 12, exclude }], [{ kind: "priceLadder", maxStepPercent: 150, exclude }],
    [{ kind: "downsell", ofOfferId: null, by: ["smaller", "cheaper"], exclude }], [{ kind: "downsell", ofOfferId: "018f0000-0000-7000-8000-000000000001", by: ["betterDiscount"], exclude }],
    [{ kind: "reorder", leadDays: 0 }], [{ kind: "bestseller", days: 365, exclude }], [{ kind: "collectionLink", collectionId: 7 }], [{ kind: "thankYouOnly" }],
    [{ kind: "coupon", discount: { kind: "percentage", percent: 10 }, validDays: 30, minSubtotalMinor: null }],
    [{ kind: "coupon", discount: { kind: "fixed", amountMinor: 1_250 }, validDays: 30, minSubtotalMinor: 5_000 }],
    [{ kind: "coupon", discount: { kind: "freeShipping" }, validDays: 1, minSubtotalMinor: null }],
  ])("comes back as it was: %o", (strategy) => {
    expect(OfferStrategy.parse(formToStrategy(strategyToForm(strategy, "GBP"), "GBP"))).toEqual(strategy);
  });

  test("amounts are typed in the currency's own decimals", () => {
    const coupon: OfferStrategy = { kind: "coupon", discount: { kind: "fixed", amountMinor: 1_250 }, validDays: 30, minSubtotalMinor: 5_000 };
    expect(strategyToForm(coupon, "JPY")).toMatchObject({ couponAmount: "1250", minSubtotal: "5000" });
    expect(strategyToForm(coupon, "GBP")).toMatchObject({ couponAmount: "12.50", minSubtotal: "50.00" });
  });
});

test("where staff name the products there is nothing to save, and an offer without a strategy is of that kind", () => {
  expect(formToStrategy(emptyStrategy(), "GBP")).toBeUndefined();
  expect(strategyToForm(undefined, "GBP").kind).toBe("manual");
});

test.each<[Partial<ReturnType<typeof emptyStrategy>>]>([
  [{ kind: "boughtTogether", minOrders: "many" }], [{ kind: "priceLadder", maxStepPercent: "" }], [{ kind: "priceLadder", maxStepPercent: "10.5" }],
  [{ kind: "reorder", leadDays: "-1" }], [{ kind: "bestseller", days: "31" }], [{ kind: "coupon", couponPercent: "1e2" }], [{ kind: "coupon", couponKind: "fixed", couponAmount: "" }],
  [{ kind: "coupon", minSubtotal: "abc" }], [{ kind: "downsell", ways: [] }], [{ kind: "collectionLink" }],
])("what is typed wrongly is refused, not guessed: %o", (over) => {
  expect(OfferStrategy.safeParse(formToStrategy({ ...emptyStrategy(), ...over }, "GBP")).success).toBe(false);
});

test("the ways of a downsell are tried in their order, whatever order they were ticked in", () => {
  expect(inOrder(["betterDiscount", "other", "cheaper"])).toEqual(["cheaper", "betterDiscount"]);
});
