import { expect, test } from "vitest";
import type { BlockProduct } from "../../../app/domain/placements/contract";
import type { AddingEvent } from "./adding-state";
import { nextAdding, openAdding } from "./adding-state";

const product = (productId: number): BlockProduct => ({
  productId, title: "", imageUrl: null, url: null, reason: "chosen",
  variants: [{ variantId: productId * 10, title: "", imageUrl: null, priceMinor: 100, discountedMinor: 90, maxQuantity: 3 }],
});
const after = (...events: AddingEvent[]) => events.reduce(nextAdding, openAdding([product(1), product(2)]));
const asked = (productId: number): AddingEvent => ({ type: "asked", productId });

test("one product at a time goes into the cart", () => {
  const adding = after(asked(1));
  expect(nextAdding(adding, asked(2))).toBe(adding);
  expect(nextAdding(adding, { type: "quantityChosen", productId: 2, quantity: 2 })).toBe(adding);
});

test("what is in the cart is not added again", () => {
  const added = after(asked(1), { type: "ended", productId: 1, outcome: "added" });
  expect(added.added).toEqual([1]);
  expect(nextAdding(added, asked(1))).toBe(added);
  expect(nextAdding(added, { type: "quantityChosen", productId: 1, quantity: 2 })).toBe(added);
});

test("what is in the cart at full price is there, and that is said", () => {
  expect(after(asked(1), { type: "ended", productId: 1, outcome: "fullPrice" })).toMatchObject({ added: [1], problem: { productId: 1, cause: "fullPrice" } });
});

test("what was refused can be tried again", () => {
  const refused = after(asked(1), { type: "ended", productId: 1, outcome: "cartRefused" });
  expect(refused).toMatchObject({ added: [], adding: null, problem: { cause: "cartRefused" } });
  expect(nextAdding(refused, asked(1))).toMatchObject({ adding: 1, problem: null });
});

test("an end that nobody waits for changes nothing", () => {
  const state = after();
  expect(nextAdding(state, { type: "ended", productId: 1, outcome: "added" })).toBe(state);
});
