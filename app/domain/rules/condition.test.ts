import { describe, expect, test } from "vitest";
import { Rule } from "./condition";
import { MAX_CONDITIONS, MAX_DEPTH, MAX_ENTRIES, MAX_TEXT } from "./limits";

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
    ["a list too long", { kind: "tag", match: "any", tags: Array.from({ length: MAX_ENTRIES + 1 }, String) }, "conditions.0.tags", "At most 250"],
    ["a text too long", { kind: "customerTag", match: "any", tags: ["a".repeat(MAX_TEXT + 1)] }, "conditions.0.tags.0", "At most 255 characters"],
    ["a share of everyone", { kind: "randomShare", percent: 100, group: "" }, "conditions.0.percent", "Use 1 to 99 %"],
    ["a day that is none", { kind: "dateRange", from: "2026-02-30" }, "conditions.0.from", "Not a date"],
    ["days crossed", { kind: "dateRange", from: "2026-02-03", to: "2026-02-02" }, "conditions.0", "The last day is before the first"],
    ["no day", { kind: "dateRange" }, "conditions.0", "Set a first day, a last day or both"],
    ["no time between", { kind: "timeOfDay", from: "09:00", to: "09:00" }, "conditions.0", "The end has to differ from the start"],
    ["a metafield without a namespace", { kind: "metafield", key: "material", match: "any", values: ["oak"] }, "conditions.0.key", "Write it as namespace.key"],
    ["amounts crossed", { kind: "lifetimeSpend", currency: "GBP", minMinor: 2, maxMinor: 1 }, "conditions.0", "The maximum is below the minimum"],
    ["days ago that are none", { kind: "pastProduct", match: "any", productIds: [1], withinDays: 0 }, "conditions.0.withinDays", "Use 1 to 3650 days"],
    ["a made-up kind", { kind: "moonPhase" }, "conditions.0.kind", "There is no condition of the kind “moonPhase”"],
    ["a made-up country", { kind: "country", match: "any", countryCodes: ["England"] }, "conditions.0.countryCodes.0", "Not a country code"],
  ])("%s", (_case, condition, path, message) => {
    expect(problemsOf({ kind: "all", conditions: [condition] })).toEqual([[path, message]]);
  });

  test.each([[null], ["all"], [{ kind: "all" }], [leaf], [{ kind: "all", conditions: [{ kind: "moonPhase" }] }], [{ kind: "all", conditions: [null] }]])("%j is no rule", (rule) => {
    expect(problemsOf(rule)).not.toEqual([]);
  });
});
