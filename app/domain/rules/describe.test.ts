import { expect, test } from "vitest";
import type { Condition } from "./condition";
import { describe as describeCondition } from "./describe";

const names = { product: new Map([[1, "Mug"], [2, "Bowl"]]), collection: new Map([[5, "Gifts"]]) };

test.each<[Condition, string]>([
  [{ kind: "all", conditions: [{ kind: "product", match: "any", productIds: [1, 2] }, { kind: "orderValue", currency: "GBP", minMinor: 2_000 }] }, "order has any of: Mug, Bowl, and order value at least £20.00"],
  [{ kind: "all", conditions: [] }, "every order"],
  [{ kind: "any", conditions: [] }, "no order"],
  [{ kind: "none", conditions: [{ kind: "country", match: "any", countryCodes: ["GB", "IE"] }] }, "not (order goes to any of: GB, IE)"],
  [{ kind: "all", conditions: [{ kind: "itemCount", min: 2, max: 4 }, { kind: "any", conditions: [{ kind: "customerOrderCount", max: 0 }, { kind: "customerOrderCount", min: 5, max: 5 }] }] },
    "number of items from 2 to 4, and (customer's earlier orders at most 0, or customer's earlier orders exactly 5)"],
  [{ kind: "collection", match: "none", collectionIds: [5, 6] }, "order has products of none of: Gifts, #6"],
  [{ kind: "tag", match: "all", tags: ["a", "b", "c", "d", "e", "f", "g"] }, "order has products tagged all of: a, b, c, d, e and 2 more"],
  [{ kind: "discountCode", match: "any", codes: [] }, "a discount code was used"],
  [{ kind: "discountCode", match: "none", codes: [] }, "no discount code was used"],
  [{ kind: "currency", match: "any", currencies: ["GBP"] }, "order is paid in any of: GBP"],
])("%j reads %j", (condition, sentence) => {
  expect(describeCondition(condition, names)).toBe(sentence);
});
