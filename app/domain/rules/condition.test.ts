import { describe, expect, test } from "vitest";
import type { ConditionGroup } from "./condition";
import { Rule } from "./condition";
import { MAX_CONDITIONS, MAX_DEPTH } from "./limits";
import { isKnowable, unknowableKinds } from "./knowable";

const leaf = { kind: "itemCount", min: 1 } as const;
const nested = (depth: number): unknown => ({ kind: "all", conditions: depth <= 1 ? [leaf] : [nested(depth - 1)] });
const problemsOf = (rule: unknown) => Rule.safeParse(rule).error?.issues.map(({ path, message }) => [path.join("."), message]) ?? [];

test("reads a tree of groups and conditions, trimming texts and forgetting unknown fields", () => {
  const rule = { kind: "all", conditions: [{ kind: "tag", match: "any", tags: [" gift "], colour: "red" }, { kind: "none", conditions: [leaf] }] };
  expect(Rule.parse(rule)).toEqual({ kind: "all", conditions: [{ kind: "tag", match: "any", tags: ["gift"] }, { kind: "none", conditions: [leaf] }] });
});

test("may be five groups deep and no more", () => {
  expect(problemsOf(nested(MAX_DEPTH))).toEqual([]);
  expect(problemsOf(nested(MAX_DEPTH + 1))).toEqual([["conditions.0.conditions.0.conditions.0.conditions.0.conditions.0", "Groups may be nested 5 deep at most"]]);
  expect(problemsOf(nested(5_000))).toHaveLength(1);
});

test("may hold a hundred conditions and no more, groups counted", () => {
  const half = { kind: "any", conditions: Array.from({ length: MAX_CONDITIONS / 2 - 1 }, () => leaf) };
  expect(problemsOf({ kind: "all", conditions: [half, half] })).toEqual([]);
  expect(problemsOf({ kind: "all", conditions: [half, half, leaf] })).toEqual([["", "At most 100 conditions"]]);
});

describe("says what is wrong, and where", () => {
  test.each<[string, unknown, string, string]>([
    ["nothing chosen", { kind: "product", match: "any", productIds: [] }, "conditions.0.productIds", "Choose at least one"],
    ["an empty text", { kind: "vendor", match: "any", vendors: [" "] }, "conditions.0.vendors.0", "May not be empty"],
    ["limits crossed", { kind: "itemCount", min: 5, max: 4 }, "conditions.0", "The maximum is below the minimum"],
    ["no limits", { kind: "orderValue", currency: "GBP" }, "conditions.0", "Set a minimum, a maximum or both"],
    ["a negative limit", { kind: "customerOrderCount", min: -1 }, "conditions.0.min", "May not be negative"],
    ["half an item", { kind: "itemCount", min: 1.5 }, "conditions.0.min", "Must be a whole number"],
    ["a made-up country", { kind: "country", match: "any", countryCodes: ["England"] }, "conditions.0.countryCodes.0", "Not a country code"],
  ])("%s", (_case, condition, path, message) => {
    expect(problemsOf({ kind: "all", conditions: [condition] })).toEqual([[path, message]]);
  });

  test.each([[null], ["all"], [{ kind: "all" }], [leaf], [{ kind: "all", conditions: [{ kind: "moonPhase" }] }], [{ kind: "all", conditions: [null] }]])("%j is no rule", (rule) => {
    expect(problemsOf(rule)).not.toEqual([]);
  });
});

test("the post-purchase page cannot know discount codes", () => {
  const rule: ConditionGroup = { kind: "all", conditions: [leaf, { kind: "any", conditions: [{ kind: "discountCode", match: "any", codes: [] }, { kind: "discountCode", match: "none", codes: ["X"] }] }] };
  expect(unknowableKinds(rule, "post-purchase")).toEqual(["discountCode"]);
  expect(isKnowable("tag", "post-purchase")).toBe(true);
});
