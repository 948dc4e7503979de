import fc from "fast-check";
import { expect, test } from "vitest";
import { anyLeaf, anyRule } from "../../../test/support/rule-arbitraries";
import { textsIn } from "../../i18n/translator.server";
import type { Condition, ConditionGroup } from "./condition";
import { describeChange, diffRules } from "./rule-diff";

const all = (...conditions: Condition[]): ConditionGroup => ({ kind: "all", conditions });
const any = (...conditions: Condition[]): ConditionGroup => ({ kind: "any", conditions });
const items = (min: number): Condition => ({ kind: "itemCount", min });
const gift: Condition = { kind: "tag", match: "any", tags: ["gift"] };
const toBritain: Condition = { kind: "country", match: "any", countryCodes: ["GB"] };
const sentences = (before: ConditionGroup, after: ConditionGroup) => diffRules(before, after).map((change) => `${change.path} ${describeChange(textsIn("en").t, change, {})}`);

test.each<[string, ConditionGroup, ConditionGroup, string[]]>([
  ["nothing", all(gift, items(2)), all(items(2), gift), []],
  ["a condition more", all(gift), all(items(2), gift), ["0 Added: number of items at least 2"]],
  ["a condition less", all(toBritain, gift), all(gift), ["0 Removed: order goes to any of: United Kingdom"]],
  ["another limit", all(gift, items(2)), all(gift, items(3)), ["1 Changed: number of items at least 2 → number of items at least 3"]],
  ["another kind in its place", all(gift), all(toBritain), ["0 Added: order goes to any of: United Kingdom", "0 Removed: order has products tagged any of: gift"]],
  ["how conditions join", all(gift, items(2)), any(gift, items(2)), [" The rule now asks for any of its conditions, not all"]],
  ["inside a group", all(gift, any(items(2), toBritain)), all(any(items(4), toBritain), gift), ["0.0 Changed: number of items at least 2 → number of items at least 4"]],
  ["a whole group", all(gift), all(gift, any(items(2), toBritain)), ["1 Added: number of items at least 2, or order goes to any of: United Kingdom"]],
  ["the same condition twice", all(items(2), items(2)), all(items(2)), ["1 Removed: number of items at least 2"]],
])("%s", (_case, before, after, expected) => {
  expect(sentences(before, after)).toEqual(expected);
});

test("a rule does not differ from itself, in whatever order its conditions stand", () => {
  fc.assert(fc.property(anyRule, (rule) => {
    expect(diffRules(rule, { ...rule, conditions: [...rule.conditions].reverse() })).toEqual([]);
  }));
});

test("every condition put in is found, where it stands", () => {
  fc.assert(fc.property(anyRule, fc.array(anyLeaf, { minLength: 1, maxLength: 3 }), (rule, added) => {
    const changes = diffRules(rule, { ...rule, conditions: [...rule.conditions, ...added] });
    expect(changes.map(({ change }) => change)).toEqual(added.map(() => "added"));
    expect(new Set(changes.map(({ path }) => path))).toEqual(new Set(added.map((_, index) => String(rule.conditions.length + index))));
  }));
});
