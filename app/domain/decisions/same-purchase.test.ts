import { expect, test } from "vitest";
import { buildFacts, buildLine } from "../../../test/support/domain-builders";
import type { OrderFacts } from "../orders/order-facts";
import { isSamePurchase } from "./same-purchase";

const two = [buildLine({ variantId: 1 }), buildLine({ variantId: 2, quantity: 3 })];
const facts = buildFacts({ lines: two });

test.each<[string, Partial<OrderFacts>]>([
  ["another order of lines", { lines: [...two].reverse() }],
  ["what the mirror has learned of it", { lines: two.map((line) => ({ ...line, catalogue: null })), priorOrders: 7 }],
  ["another language", { locale: "fr" }],
])("%s is the same purchase", (_case, change) => {
  expect(isSamePurchase(facts, { ...facts, ...change })).toBe(true);
});

test.each<[string, Partial<OrderFacts>]>([
  ["another total", { totalMinor: 1 }],
  ["another country", { countryCode: "FR" }],
  ["another currency", { currency: "EUR" }],
  ["another customer", { customerKey: null }],
  ["a line less", { lines: two.slice(1) }],
  ["another quantity", { lines: [buildLine({ variantId: 1, quantity: 2 }), buildLine({ variantId: 2, quantity: 3 })] }],
])("%s makes it another", (_case, change) => {
  expect(isSamePurchase(facts, { ...facts, ...change })).toBe(false);
});
