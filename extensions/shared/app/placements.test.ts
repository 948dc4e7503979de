import { expect, test } from "vitest";
import { isBlockReply } from "./placements";

const show = (block: object) => ({ show: true, decisionId: "one", block });
const product = { productId: 1, variants: [{ variantId: 2 }] };

test.each<[string, unknown, boolean]>([
  ["nothing", { show: false }, true],
  ["products", show({ kind: "products", products: [product] }), true],
  ["no products", show({ kind: "products", products: [] }), false],
  ["a product without variants", show({ kind: "products", products: [product, { productId: 3, variants: [] }] }), false],
  ["a link", show({ kind: "link", url: "https://shop.example/collections/tea" }), true],
  ["a link that is a script", show({ kind: "link", url: "javascript:alert(1)" }), false],
  ["a coupon", show({ kind: "coupon", saving: { kind: "freeShipping" } }), true],
  ["a thank-you", show({ kind: "thanks" }), true],
  ["a kind of tomorrow", show({ kind: "game" }), false],
  ["no decision", { show: true, block: { kind: "thanks" } }, false],
  ["text", "show", false],
  ["null", null, false],
])("%s can be shown: %s", (_case, reply, can) => {
  expect(isBlockReply(reply)).toBe(can);
});
