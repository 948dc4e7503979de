import { describe, expect, test } from "vitest";
import { buildFacts, buildLine } from "../../../../test/support/domain-builders";
import type { CatalogueFacts, LineFacts } from "../../orders/order-facts";
import type { LeafCondition } from "../condition";
import { evaluate } from "../evaluate";
import type { Truth } from "../verdict";

const catalogue: CatalogueFacts = { collectionIds: [1], tags: ["gift"], vendor: "Potter & Co", productType: "Mugs" };
const mug = buildLine({ productId: 10, variantId: 100, quantity: 2, totalMinor: 2_000, catalogue, variantTitle: "Large / Red", isSubscription: true, metafields: [{ key: "custom.material", value: "Clay" }, { key: "custom.uses", value: '["Tea","Coffee"]' }, { key: "custom.note", value: null }] });
const bowl = buildLine({ productId: 11, variantId: 110, quantity: 1, totalMinor: 1_000, variantTitle: "Small", isSubscription: false, metafields: [{ key: "custom.material", value: "Oak" }] });
const stranger = buildLine({ productId: 12, variantId: 120, quantity: 3, catalogue: null });
const truth = (condition: LeafCondition, ...lines: LineFacts[]) => evaluate(condition, buildFacts({ lines })).truth;

describe("only: something of it, and nothing else", () => {
  test.each<[LeafCondition, LineFacts[], Truth]>([
    [{ kind: "product", match: "only", productIds: [10, 11, 12] }, [mug, bowl], "met"],
    [{ kind: "product", match: "only", productIds: [10] }, [mug, bowl], "notMet"],
    [{ kind: "product", match: "only", productIds: [10] }, [], "notMet"],
    [{ kind: "variant", match: "only", variantIds: [100] }, [mug], "met"],
    [{ kind: "tag", match: "only", tags: ["GIFT"] }, [mug], "met"],
    [{ kind: "tag", match: "only", tags: ["gift"] }, [mug, bowl], "notMet"],
    [{ kind: "tag", match: "only", tags: ["gift"] }, [mug, stranger], "unknown"],
    [{ kind: "tag", match: "only", tags: ["gift"] }, [bowl, stranger], "notMet"],
    [{ kind: "collection", match: "only", collectionIds: [1, 2] }, [mug], "met"],
    [{ kind: "vendor", match: "only", vendors: ["potter & co"] }, [mug, bowl], "notMet"],
    [{ kind: "productType", match: "only", productTypes: ["mugs"] }, [mug], "met"],
  ])("%j", (condition, lines, expected) => {
    expect(truth(condition, ...lines)).toBe(expected);
  });
});

describe("variant names are whole titles or single options", () => {
  test.each<[LeafCondition, LineFacts[], Truth]>([
    [{ kind: "variantName", match: "any", names: ["red"] }, [mug], "met"],
    [{ kind: "variantName", match: "any", names: ["LARGE / RED"] }, [mug], "met"],
    [{ kind: "variantName", match: "any", names: ["re"] }, [mug], "notMet"],
    [{ kind: "variantName", match: "all", names: ["Red", "Small"] }, [mug, bowl], "met"],
    [{ kind: "variantName", match: "none", names: ["Blue"] }, [mug, bowl], "met"],
    [{ kind: "variantName", match: "only", names: ["Large", "Small"] }, [mug, bowl], "met"],
    [{ kind: "variantName", match: "any", names: ["Blue"] }, [mug, stranger], "unknown"],
  ])("%j", (condition, lines, expected) => {
    expect(truth(condition, ...lines)).toBe(expected);
  });
});

describe("metafields", () => {
  test.each<[LeafCondition, LineFacts[], Truth]>([
    [{ kind: "metafield", key: "custom.material", match: "any", values: ["clay"] }, [mug, bowl], "met"],
    [{ kind: "metafield", key: "custom.material", match: "only", values: ["clay", "oak"] }, [mug, bowl], "met"],
    [{ kind: "metafield", key: "custom.uses", match: "any", values: ["tea"] }, [mug], "met"],
    [{ kind: "metafield", key: "custom.note", match: "any", values: ["x"] }, [mug], "notMet"],
    [{ kind: "metafield", key: "custom.uses", match: "any", values: ["soup"] }, [mug, bowl], "unknown"],
    [{ kind: "metafield", key: "custom.material", match: "none", values: ["clay"] }, [stranger], "unknown"],
  ])("%j", (condition, lines, expected) => {
    expect(truth(condition, ...lines)).toBe(expected);
  });
});

describe("units are counted over lines, and unknown lines only where they could decide", () => {
  const gifts = { of: "tag", texts: ["gift"] } as const;
  test.each<[LeafCondition, LineFacts[], Truth]>([
    [{ kind: "quantity", items: { of: "product", ids: [10, 11] }, min: 3, max: 3 }, [mug, bowl, stranger], "met"],
    [{ kind: "quantity", items: { of: "variant", ids: [110] }, min: 2 }, [mug, bowl], "notMet"],
    [{ kind: "quantity", items: { of: "collection", ids: [1] }, min: 2 }, [mug, bowl], "met"],
    [{ kind: "quantity", items: { of: "vendor", texts: ["POTTER & CO"] }, max: 1 }, [mug], "notMet"],
    [{ kind: "quantity", items: { of: "productType", texts: ["mugs"] }, max: 0 }, [bowl], "met"],
    [{ kind: "quantity", items: { ...gifts, texts: ["gift"] }, min: 2 }, [mug, stranger], "met"],
    [{ kind: "quantity", items: { ...gifts, texts: ["gift"] }, min: 3 }, [mug, stranger], "unknown"],
    [{ kind: "quantity", items: { ...gifts, texts: ["gift"] }, min: 6 }, [mug, stranger], "notMet"],
    [{ kind: "quantity", items: { ...gifts, texts: ["gift"] }, max: 1 }, [mug, stranger], "notMet"],
    [{ kind: "quantity", items: { ...gifts, texts: ["gift"] }, max: 4 }, [mug, stranger], "unknown"],
    [{ kind: "quantity", items: { ...gifts, texts: ["gift"] }, max: 5 }, [mug, stranger], "met"],
  ])("%j", (condition, lines, expected) => {
    expect(truth(condition, ...lines)).toBe(expected);
  });
});

describe("subscriptions and one-time purchases", () => {
  test.each<[LeafCondition, LineFacts[], Truth]>([
    [{ kind: "purchaseType", match: "any", type: "subscription" }, [mug, bowl], "met"],
    [{ kind: "purchaseType", match: "only", type: "subscription" }, [mug, bowl], "notMet"],
    [{ kind: "purchaseType", match: "only", type: "oneTime" }, [bowl], "met"],
    [{ kind: "purchaseType", match: "none", type: "subscription" }, [bowl], "met"],
    [{ kind: "purchaseType", match: "none", type: "subscription" }, [bowl, stranger], "unknown"],
  ])("%j", (condition, lines, expected) => {
    expect(truth(condition, ...lines)).toBe(expected);
  });
});

describe("what the items come to", () => {
  test.each<[LeafCondition, LineFacts[], Truth]>([
    [{ kind: "subtotal", currency: "GBP", minMinor: 3_000, maxMinor: 3_000 }, [mug, bowl], "met"],
    [{ kind: "subtotal", currency: "GBP", minMinor: 3_001 }, [mug, bowl], "notMet"],
    [{ kind: "subtotal", currency: "EUR", minMinor: 0 }, [mug], "unknown"],
    [{ kind: "lineCount", min: 2, max: 2 }, [mug, bowl], "met"],
    [{ kind: "lineCount", max: 1 }, [mug, bowl], "notMet"],
  ])("%j", (condition, lines, expected) => {
    expect(truth(condition, ...lines)).toBe(expected);
  });
});
