import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { anyRule, leaves } from "../../../test/support/rule-arbitraries";
import type { LeafCondition } from "../../domain/rules/condition";
import { LeafCondition as Leaf, Rule } from "../../domain/rules/condition";
import english from "../../i18n/en/rules.json";
import { conditionSections } from "./condition-labels";
import { formToLeaf } from "./form-to-leaf";
import { newLeaf } from "./leaf-form";
import type { LeafForm, LeafKind } from "./leaf-form";
import { leafToForm } from "./leaf-to-form";
import { formToRule, ruleToForm } from "./rule-form";

const read = (leaf: LeafForm) => Leaf.safeParse(formToLeaf(leaf, "GBP"));

test.each(Object.entries(leaves))("a %s opened in the builder and saved is the same condition", (_kind, arbitrary: fc.Arbitrary<LeafCondition>) => {
  fc.assert(fc.property(arbitrary, (condition) => {
    expect(read(leafToForm(condition)).data).toEqual(condition);
  }), { numRuns: 50 });
});

test("a rule opened in the builder and saved is the same rule", () => {
  fc.assert(fc.property(anyRule, (rule) => {
    expect(Rule.parse(formToRule(ruleToForm(rule), "GBP"))).toEqual(rule);
  }));
});

test("every kind can be added, once", () => {
  const offered = conditionSections.flatMap(({ kinds }) => kinds);
  expect([...offered].sort()).toEqual(Object.keys(english.condition).sort());
});

describe("what was typed wrongly is refused, not guessed", () => {
  test.each<[LeafKind, Partial<LeafForm>, string]>([
    ["subtotal", { min: "12,5x" }, "minMinor"], ["quantity", { ids: [1], min: "two" }, "min"], ["randomShare", { min: "" }, "percent"], ["randomShare", { min: "100" }, "percent"],
    ["timeOfDay", { min: "09:00", max: "" }, "to"], ["pastProduct", { ids: [1], days: "0" }, "withinDays"], ["encounter", { days: "soon" }, "withinDays"],
    ["metafield", { name: "material", texts: ["oak"] }, "key"], ["weekday", {}, "days"], ["language", { texts: ["english"] }, "languages.0"], ["discountShare", { min: "101" }, "min"],
  ])("%s with %j, at %s", (kind, typed, path) => {
    expect(read({ ...newLeaf(kind), ...typed }).error?.issues.map((issue) => issue.path.join("."))).toContain(path);
  });
});
