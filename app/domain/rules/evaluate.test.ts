import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { buildFacts, buildLine } from "../../../test/support/domain-builders";
import type { CatalogueFacts, OrderFacts } from "../orders/order-facts";
import type { Condition, LeafCondition } from "./condition";
import { evaluate } from "./evaluate";
import type { Truth } from "./verdict";

const catalogue: CatalogueFacts = { collectionIds: [1, 2], tags: ["Gift ", "kitchen"], vendor: "Potter & Co", productType: "Mugs" };
const known = buildFacts({ lines: [buildLine({ productId: 10, variantId: 100, quantity: 2, catalogue }), buildLine({ productId: 11, variantId: 110, quantity: 1 })] });
const partly = buildFacts({ lines: [buildLine({ productId: 10, catalogue }), buildLine({ productId: 11, catalogue: null })] });
const truthOf = (condition: Condition, facts: OrderFacts) => evaluate(condition, facts).truth;

describe.each<[string, (match: "any" | "all" | "none", wanted: [number, number]) => LeafCondition, [number, number, number]]>([
  ["product", (match, productIds) => ({ kind: "product", match, productIds }), [10, 11, 12]],
  ["variant", (match, variantIds) => ({ kind: "variant", match, variantIds }), [100, 110, 120]],
  ["collection", (match, collectionIds) => ({ kind: "collection", match, collectionIds }), [1, 2, 3]],
])("%s", (_kind, build, [one, two, missing]) => {
  test.each<["any" | "all" | "none", [number, number], Truth]>([
    ["any", [one, missing], "met"], ["any", [missing, missing], "notMet"],
    ["all", [one, two], "met"], ["all", [one, missing], "notMet"],
    ["none", [missing, missing], "met"], ["none", [one, missing], "notMet"],
  ])("%s of %j is %s", (match, wanted, truth) => {
    expect(truthOf(build(match, wanted), known)).toBe(truth);
  });
});

describe("texts match whatever their case and outer spaces", () => {
  test.each<[LeafCondition, Truth]>([
    [{ kind: "tag", match: "all", tags: ["gift", " KITCHEN"] }, "met"], [{ kind: "tag", match: "any", tags: ["gif"] }, "notMet"], [{ kind: "tag", match: "none", tags: ["GIFT"] }, "notMet"],
    [{ kind: "vendor", match: "any", vendors: ["potter & co"] }, "met"], [{ kind: "vendor", match: "none", vendors: ["potter"] }, "met"],
    [{ kind: "productType", match: "any", productTypes: ["MUGS", "cups"] }, "met"], [{ kind: "productType", match: "all", productTypes: ["mugs", "cups"] }, "notMet"],
  ])("%j is %s", (condition, truth) => {
    expect(truthOf(condition, known)).toBe(truth);
  });
});

describe("a line that the mirror does not know", () => {
  test.each<[LeafCondition, Truth]>([
    [{ kind: "tag", match: "any", tags: ["gift"] }, "met"], [{ kind: "tag", match: "any", tags: ["sale"] }, "unknown"],
    [{ kind: "tag", match: "none", tags: ["gift"] }, "notMet"], [{ kind: "tag", match: "none", tags: ["sale"] }, "unknown"],
    [{ kind: "tag", match: "all", tags: ["gift", "sale"] }, "unknown"], [{ kind: "collection", match: "any", collectionIds: [9] }, "unknown"],
    [{ kind: "product", match: "none", productIds: [9] }, "met"],
  ])("leaves %j %s", (condition, truth) => {
    expect(truthOf(condition, partly)).toBe(truth);
  });
});

describe("limits are inclusive and open ends limit nothing", () => {
  test.each<[LeafCondition, Partial<OrderFacts>, Truth]>([
    [{ kind: "orderValue", currency: "GBP", minMinor: 2_000 }, { totalMinor: 2_000 }, "met"], [{ kind: "orderValue", currency: "GBP", minMinor: 2_001 }, { totalMinor: 2_000 }, "notMet"],
    [{ kind: "orderValue", currency: "GBP", maxMinor: 2_000 }, { totalMinor: 2_000 }, "met"], [{ kind: "orderValue", currency: "GBP", maxMinor: 1_999 }, { totalMinor: 2_000 }, "notMet"],
    [{ kind: "orderValue", currency: "EUR", minMinor: 1 }, { totalMinor: 2_000 }, "unknown"],
    [{ kind: "itemCount", min: 3, max: 3 }, { lines: known.lines }, "met"], [{ kind: "itemCount", min: 4 }, { lines: known.lines }, "notMet"],
    [{ kind: "customerOrderCount", max: 0 }, { priorOrders: 0 }, "met"], [{ kind: "customerOrderCount", min: 1 }, { priorOrders: 0 }, "notMet"], [{ kind: "customerOrderCount", min: 1 }, { priorOrders: null }, "unknown"],
  ])("%j for %j is %s", (condition, facts, truth) => {
    expect(truthOf(condition, buildFacts(facts))).toBe(truth);
  });
});

describe("where and how it was paid", () => {
  test.each<[LeafCondition, Partial<OrderFacts>, Truth]>([
    [{ kind: "country", match: "any", countryCodes: ["GB", "IE"] }, { countryCode: "IE" }, "met"], [{ kind: "country", match: "none", countryCodes: ["GB"] }, { countryCode: "GB" }, "notMet"],
    [{ kind: "country", match: "none", countryCodes: ["GB"] }, { countryCode: null }, "unknown"],
    [{ kind: "currency", match: "any", currencies: ["GBP"] }, {}, "met"], [{ kind: "currency", match: "none", currencies: ["GBP"] }, {}, "notMet"],
    [{ kind: "discountCode", match: "any", codes: ["spring"] }, { discountCodes: ["SPRING"] }, "met"], [{ kind: "discountCode", match: "any", codes: ["spring"] }, { discountCodes: [] }, "notMet"],
    [{ kind: "discountCode", match: "none", codes: ["spring"] }, { discountCodes: ["SUMMER"] }, "met"], [{ kind: "discountCode", match: "any", codes: [] }, { discountCodes: ["SUMMER"] }, "met"],
    [{ kind: "discountCode", match: "none", codes: [] }, { discountCodes: [] }, "met"], [{ kind: "discountCode", match: "none", codes: [] }, { discountCodes: null }, "unknown"],
  ])("%j for %j is %s", (condition, facts, truth) => {
    expect(truthOf(condition, buildFacts(facts))).toBe(truth);
  });
});

const met: LeafCondition = { kind: "currency", match: "any", currencies: ["GBP"] };
const notMet: LeafCondition = { kind: "currency", match: "none", currencies: ["GBP"] };
const unknown: LeafCondition = { kind: "discountCode", match: "any", codes: [] };

describe("groups", () => {
  test.each<[Condition, Truth, string, string]>([
    [{ kind: "all", conditions: [] }, "met", "", "all"], [{ kind: "any", conditions: [] }, "notMet", "", "any"], [{ kind: "none", conditions: [] }, "met", "", "none"],
    [{ kind: "all", conditions: [met, unknown, notMet] }, "notMet", "2", "currency"], [{ kind: "all", conditions: [met, unknown] }, "unknown", "1", "discountCode"],
    [{ kind: "any", conditions: [notMet, unknown, met] }, "met", "2", "currency"], [{ kind: "any", conditions: [notMet, unknown] }, "unknown", "1", "discountCode"],
    [{ kind: "any", conditions: [notMet, notMet] }, "notMet", "", "any"], [{ kind: "none", conditions: [unknown, met] }, "notMet", "1", "currency"], [{ kind: "none", conditions: [unknown] }, "unknown", "0", "discountCode"],
    [{ kind: "all", conditions: [met, { kind: "none", conditions: [notMet, met] }] }, "notMet", "1.1", "currency"],
    [{ kind: "all", conditions: [met, { kind: "any", conditions: [notMet, { kind: "all", conditions: [unknown] }] }] }, "unknown", "1.1.0", "discountCode"],
  ])("%j is %s, decided at %j by %s", (condition, truth, path, kind) => {
    expect(evaluate(condition, buildFacts())).toEqual({ truth, path, kind });
  });
});

const { tree } = fc.letrec<{ tree: Condition; group: Condition }>((tie) => ({
  tree: fc.oneof({ maxDepth: 4 }, fc.constantFrom<Condition>(met, notMet, unknown), tie("group")),
  group: fc.record({ kind: fc.constantFrom("all" as const, "any" as const, "none" as const), conditions: fc.array(tie("tree"), { maxLength: 4 }) }),
}));
const facts = buildFacts();

test("none is the negation of any", () => {
  fc.assert(fc.property(fc.array(tree, { maxLength: 5 }), (conditions) => {
    const negated = { met: "notMet", notMet: "met", unknown: "unknown" } as const;
    expect(truthOf({ kind: "none", conditions }, facts)).toBe(negated[truthOf({ kind: "any", conditions }, facts)]);
  }));
});

test("the order of conditions does not matter for the truth", () => {
  fc.assert(fc.property(fc.constantFrom("all" as const, "any" as const, "none" as const), fc.array(tree, { maxLength: 5 }), (kind, conditions) => {
    expect(truthOf({ kind, conditions: [...conditions].reverse() }, facts)).toBe(truthOf({ kind, conditions }, facts));
  }));
});

test("learning what was unknown never overturns what was decided without it", () => {
  fc.assert(fc.property(tree, fc.boolean(), (condition, used) => {
    const before = truthOf(condition, facts);
    const after = truthOf(condition, buildFacts({ discountCodes: used ? ["SPRING"] : [] }));
    expect(after).not.toBe("unknown");
    if (before !== "unknown") expect(after).toBe(before);
  }));
});
