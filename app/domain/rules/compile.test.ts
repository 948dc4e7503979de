import fc from "fast-check";
import { expect, test } from "vitest";
import { buildFacts } from "../../../test/support/domain-builders";
import { anyFacts, anyRule, leaves } from "../../../test/support/rule-arbitraries";
import { compile, compiledRule } from "./compile";
import type { ConditionGroup, LeafCondition } from "./condition";
import { evaluate } from "./evaluate";

const offerIds = fc.constantFrom("offer-1", "offer-2", null);

test.each(Object.entries(leaves))("a compiled %s answers as it is evaluated", (_kind, arbitrary: fc.Arbitrary<LeafCondition>) => {
  fc.assert(fc.property(arbitrary, anyFacts, offerIds, (condition, facts, offerId) => {
    expect(compile(condition)(facts, offerId)).toEqual(evaluate(condition, facts, offerId));
  }), { numRuns: 150 });
});

test("a compiled rule gives the truth, and the place that decided, of its evaluation", () => {
  fc.assert(fc.property(anyRule, fc.array(anyFacts, { minLength: 1, maxLength: 3 }), offerIds, (rule, orders, offerId) => {
    const ask = compile(rule);
    for (const facts of orders) expect(ask(facts, offerId)).toEqual(evaluate(rule, facts, offerId));
  }), { numRuns: 500 });
});

test("a rule is compiled once, and answers each order for itself", () => {
  const rule: ConditionGroup = { kind: "none", conditions: [{ kind: "country", match: "any", countryCodes: ["GB"] }] };
  expect(compiledRule(rule)).toBe(compiledRule(rule));
  const truths = ["GB", "IE", "GB", null].map((countryCode) => compiledRule(rule)(buildFacts({ countryCode }), null).truth);
  expect(truths).toEqual(["notMet", "met", "notMet", "unknown"]);
});
