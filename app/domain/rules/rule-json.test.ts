import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { anyRule } from "../../../test/support/rule-arbitraries";
import { MAX_JSON } from "./limits";
import { parseRuleJson, ruleToJson } from "./rule-json";

const leaf = { kind: "itemCount", min: 2 };
const fileOf = (rule: unknown, over: object = {}) => JSON.stringify({ format: "encore-rule", version: 1, rule, ...over });
const ruleOf = (...conditions: unknown[]) => ({ kind: "all", conditions });
const problemsOf = (text: string) => {
  const parsed = parseRuleJson(text);
  return parsed.ok ? [] : parsed.problems.map(({ path, message }) => [path, message]);
};

test("an exported rule comes back as it was", () => {
  fc.assert(fc.property(anyRule, (rule) => {
    expect(parseRuleJson(ruleToJson(rule))).toEqual({ ok: true, rule });
  }));
});

describe("says what is wrong, and where", () => {
  test.each<[string, string, string, string]>([
    ["no JSON", "{rule", "", "This is not JSON"],
    ["another file", JSON.stringify({ products: [] }), "format", "This is not an exported rule: its format is not “encore-rule”"],
    ["a list", "[]", "format", "This is not an exported rule: its format is not “encore-rule”"],
    ["a later version", fileOf(ruleOf(leaf), { version: 2 }), "version", "This app reads version 1, not 2"],
    ["a version that is none", fileOf(ruleOf(leaf), { version: "1" }), "version", "This app reads version 1, not what stands there"],
    ["an unknown kind", fileOf(ruleOf(leaf, ruleOf({ kind: "moonPhase", phase: "full" }))), "rule.conditions.1.conditions.0.kind", "There is no condition of the kind “moonPhase”"],
    ["no condition", fileOf(ruleOf(7)), "rule.conditions.0", "Not a condition"],
    ["an empty list", fileOf(ruleOf({ kind: "tag", match: "any", tags: [] })), "rule.conditions.0.tags", "Choose at least one"],
    ["a misspelt field", fileOf(ruleOf({ kind: "itemCount", min: 2, maximum: 4 })), "rule.conditions.0.maximum", "This app knows no such field"],
    ["a field beside the rule", fileOf(ruleOf(leaf), { author: "Ann" }), "author", "This app knows no such field"],
  ])("%s", (_case, text, path, message) => {
    expect(problemsOf(text)).toEqual([[path, message]]);
  });

  test("no rule at all", () => {
    expect(problemsOf(JSON.stringify({ format: "encore-rule", version: 1 }))[0]?.[0]).toBe("rule");
  });

  test("a text of any length", () => {
    expect(problemsOf(" ".repeat(MAX_JSON + 1))).toEqual([["", "At most 500,000 characters"]]);
  });
});

test.each([
  '{"format":"encore-rule","version":1,"rule":{"kind":"all","conditions":[{"kind":"itemCount","min":1,"__proto__":{"isAdmin":true}}]}}',
  '{"format":"encore-rule","version":1,"rule":{"kind":"all","conditions":[],"__proto__":{"isAdmin":true}}}',
  '{"__proto__":{"format":"encore-rule","version":1,"rule":{"kind":"all","conditions":[]}}}',
  '{"format":"encore-rule","version":1,"constructor":{"prototype":{"isAdmin":true}},"rule":{"kind":"all","conditions":[]}}',
])("%s is refused and changes no object", (text) => {
  expect(parseRuleJson(text).ok).toBe(false);
  expect(({} as { isAdmin?: boolean }).isAdmin).toBeUndefined();
});

test("any text is read or refused, never thrown at", () => {
  fc.assert(fc.property(fc.oneof(fc.string(), fc.json(), fc.jsonValue().map((value) => fileOf(value))), (text) => {
    const parsed = parseRuleJson(text);
    if (!parsed.ok) expect(parsed.problems.length).toBeGreaterThan(0);
  }));
});
