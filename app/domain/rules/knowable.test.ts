import { expect, test } from "vitest";
import type { ConditionGroup, LeafKind } from "./condition";
import { isKnowable, needsCustomer, sourceOf, unknowableKinds } from "./knowable";

test("the post-purchase page cannot know discount codes", () => {
  const rule: ConditionGroup = { kind: "all", conditions: [{ kind: "itemCount", min: 1 }, { kind: "any", conditions: [{ kind: "discountCode", match: "any", codes: [] }, { kind: "discountCode", match: "none", codes: ["X"] }] }] };
  expect(unknowableKinds(rule, "post-purchase")).toEqual(["discountCode"]);
});

test.each<[LeafKind, ReturnType<typeof sourceOf>]>([
  ["purchaseType", "placement"], ["language", "placement"], ["salesChannel", "placement"], ["tag", "mirror"], ["inventory", "mirror"], ["lifetimeSpend", "mirror"],
  ["weekday", "app"], ["encounter", "app"], ["customerTag", "none"], ["utm", "none"], ["gateway", "none"], ["noteAttribute", "none"],
])("the post-purchase page has %s from: %s", (kind, source) => {
  expect(sourceOf(kind, "post-purchase")).toBe(source);
  expect(isKnowable(kind, "post-purchase")).toBe(source !== "none");
});

test("what is asked of a customer's past is marked as unknown of guests", () => {
  expect(["lifetimeSpend", "firstOrder", "encounter"].every((kind) => needsCustomer(kind as LeafKind))).toBe(true);
  expect(needsCustomer("randomShare")).toBe(false);
});
