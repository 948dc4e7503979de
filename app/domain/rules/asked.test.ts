import { expect, test } from "vitest";
import { buildProduct, buildVariant } from "../../../test/support/domain-builders";
import { askedBy, asksHistory } from "./asked";
import { stockFacts } from "./stock-facts";

test("what rules ask is gathered from every depth, each once", () => {
  const asked = askedBy([
    { kind: "all", conditions: [{ kind: "inventory", match: "any", productIds: [1, 2], min: 1 }, { kind: "none", conditions: [{ kind: "pastProduct", match: "any", productIds: [3] }] }] },
    { kind: "inventory", match: "any", productIds: [2, 4], min: 1 },
  ]);
  expect(asked).toEqual({ kinds: new Set(["inventory", "pastProduct"]), stockProductIds: [1, 2, 4], boughtProductIds: [3] });
  expect(asksHistory(asked)).toBe(true);
  expect(asksHistory(askedBy([{ kind: "customerOrderCount", min: 1 }]))).toBe(false);
});

test("a product has the stock of its variants, those sold below zero counted as none", () => {
  const products = new Map([
    [1, buildProduct({ id: 1, variants: [buildVariant({ available: 3 }), buildVariant({ available: -2 }), buildVariant({ available: 4 })] })],
    [2, buildProduct({ id: 2, variants: [buildVariant({ available: 3 }), buildVariant({ available: null })] })],
  ]);
  expect(stockFacts([1, 2, 3], products)).toEqual({ 1: 7, 2: "unlimited" });
});
