import { expect, test } from "vitest";
import { OfferStrategy } from "./strategy";

test.each<[string, unknown]>([
  ["boughtTogether", { exclude: { productIds: [], collectionIds: [], tags: [] } }],
  ["priceLadder", { maxStepPercent: 100, exclude: { productIds: [], collectionIds: [], tags: [] } }],
  ["bestseller", { days: 90, exclude: { productIds: [], collectionIds: [], tags: [] } }],
  ["reorder", { leadDays: 3 }],
  ["thankYouOnly", {}],
])("%s has its defaults", (kind, rest) => {
  expect(OfferStrategy.parse({ kind })).toEqual({ kind, ...(rest as object) }); // each is an object literal above
});

const message = (input: unknown) => OfferStrategy.safeParse(input).error?.issues[0]?.message;

test.each<[unknown, string]>([
  [{ kind: "manual", products: [] }, "Choose at least one product"],
  [{ kind: "manual", products: [{ productId: 1 }, { productId: 1 }] }, "A product is there twice"],
  [{ kind: "boughtTogether", minOrders: 1 }, "Use 2 to 1,000"],
  [{ kind: "priceLadder", maxStepPercent: 301 }, "Use 10 to 300 %"],
  [{ kind: "downsell", by: [] }, "Choose at least one way"],
  [{ kind: "downsell", by: ["cheaper", "cheaper"] }, "A way is there twice"],
  [{ kind: "downsell", by: ["cheaper"], ofOfferId: "first" }, "Not an offer"],
  [{ kind: "bestseller", days: 8 }, "Use 7, 30, 90 or 365 days"],
  [{ kind: "coupon", discount: { kind: "percentage", percent: 101 }, validDays: 30 }, "Use 1 to 100 %"],
  [{ kind: "coupon", discount: { kind: "none" }, validDays: 30 }, "Choose a discount"],
])("refuses %o", (input, expected) => {
  expect(message(input)).toBe(expected);
});
