import { expect, test } from "vitest";
import { buildContent } from "../../../test/support/domain-builders";
import { changedFields } from "./content-diff";

const before = buildContent({ name: "Scarves", texts: {}, discount: { kind: "percentage", percent: 10 } });

test.each([
  ["nothing", {}, []],
  ["left-out translations", { texts: undefined }, []],
  ["a discount with its fields in another order", { discount: { percent: 10, kind: "percentage" as const } }, []],
  ["the rule alone", { rule: { kind: "any" as const, conditions: [] } }, []],
  ["name and discount", { name: "Caps", discount: { kind: "none" as const } }, ["name", "discount"]],
  ["the order of products", { products: [...before.products].reverse().concat({ productId: 9, variantIds: [] }) }, ["products"]],
  ["a schedule", { schedule: { startsAt: "2026-12-01T00:00", endsAt: null } }, ["schedule"]],
])("%s", (_, changes, expected) => {
  expect(changedFields(before, { ...before, ...changes })).toEqual(expected);
});
