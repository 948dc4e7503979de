import { expect, test } from "vitest";
import { buildFacts } from "../../../test/support/domain-builders";
import type { Placement } from "../offers/placement";
import { compile } from "./compile";
import type { ConditionGroup, LeafCondition, LeafKind } from "./condition";
import { evaluate } from "./evaluate";
import { isKnowable, needsCustomer, sourceOf, unknowableKinds } from "./knowable";

test("the post-purchase page cannot know discount codes", () => {
  const rule: ConditionGroup = { kind: "all", conditions: [{ kind: "itemCount", min: 1 }, { kind: "any", conditions: [{ kind: "discountCode", match: "any", codes: [] }, { kind: "discountCode", match: "none", codes: ["X"] }] }] };
  expect(unknowableKinds(rule, "post-purchase")).toEqual(["discountCode"]);
});

test.each<[LeafKind, ReturnType<typeof sourceOf>]>([
  ["purchaseType", "placement"], ["language", "placement"], ["salesChannel", "placement"], ["tag", "mirror"], ["inventory", "mirror"], ["lifetimeSpend", "mirror"],
  ["weekday", "app"], ["encounter", "app"], ["customerTag", "mirror"], ["utm", "none"], ["gateway", "none"], ["noteAttribute", "none"],
])("the post-purchase page has %s from: %s", (kind, source) => {
  expect(sourceOf(kind, "post-purchase")).toBe(source);
  expect(isKnowable(kind, "post-purchase")).toBe(source !== "none");
});

test.each<[Placement, LeafKind, ReturnType<typeof sourceOf>]>([
  ["checkout", "discountCode", "placement"], ["checkout", "market", "placement"], ["checkout", "gateway", "none"], ["checkout", "discountShare", "none"],
  ["thank-you", "discountCode", "placement"], ["receipt", "discountCode", "mirror"], ["thank-you", "gateway", "mirror"], ["thank-you", "metafield", "none"], ["order-status", "product", "placement"],
  ["account", "product", "none"], ["account", "orderValue", "none"], ["account", "currency", "none"], ["product-page", "currency", "placement"], ["account", "pastProduct", "mirror"], ["account", "loggedIn", "placement"],
  ["product-page", "lifetimeSpend", "none"], ["product-page", "customerTag", "none"], ["account", "customerTag", "mirror"], ["product-page", "weekday", "app"], ["e-mail", "country", "mirror"], ["receipt", "loggedIn", "none"],
])("%s has %s from: %s", (placement, kind, source) => {
  expect(sourceOf(kind, placement)).toBe(source);
});

test.each<[LeafCondition, "none" | "all"]>([
  [{ kind: "product", match: "none", productIds: [1] }, "all"], [{ kind: "itemCount", max: 3 }, "all"], [{ kind: "discountCode", match: "none", codes: [] }, "none"],
])("without an order in hand, %o is neither met nor not met, in whatever group", (leaf, kind) => {
  const rule: ConditionGroup = { kind, conditions: [leaf] };
  const facts = buildFacts({ lines: [], isWithoutOrder: true, discountCodes: [] });
  expect(evaluate(rule, facts)).toMatchObject({ truth: "unknown", path: "0", kind: leaf.kind });
  expect(compile(rule)(facts, null)).toEqual(evaluate(rule, facts));
});

test("what is asked of a customer's past is marked as unknown of guests", () => {
  expect(["lifetimeSpend", "firstOrder", "customerTag", "encounter"].every((kind) => needsCustomer(kind as LeafKind))).toBe(true);
  expect(needsCustomer("randomShare")).toBe(false);
});
