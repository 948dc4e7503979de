import { expect, test } from "vitest";
import type { BlockProduct, ChoiceReply } from "../../../app/domain/placements/contract";
import type { PickEvent, PickState } from "./pick-state";
import { nextPick, openPick, pickedItems } from "./pick-state";

const product = (productId: number): BlockProduct => ({
  productId, title: "", imageUrl: null, url: null, reason: "chosen",
  variants: [{ variantId: productId * 10, title: "", imageUrl: null, priceMinor: 100, discountedMinor: 90, maxQuantity: 3 }],
});
const items: ChoiceReply = { kind: "items", lines: [], discountCode: null, checkoutUrl: "https://shop.example/cart" };
const after = (...events: PickEvent[]): PickState => events.reduce(nextPick, openPick([product(1), product(2)]));
const toggled = (productId: number): PickEvent => ({ type: "toggled", productId });

test("nothing is picked to begin with, and nothing can be asked for", () => {
  expect(pickedItems(after())).toEqual([]);
  expect(after({ type: "asked" }).phase).toBe("picking");
});

test("what is picked is asked for, with its quantity", () => {
  const state = after(toggled(2), { type: "quantityChosen", productId: 2, quantity: 3 }, toggled(1), toggled(1));
  expect(pickedItems(state)).toEqual([{ variantId: 20, quantity: 3 }]);
});

test("while the app is asked nothing can be changed", () => {
  const asking = after(toggled(1), { type: "asked" });
  for (const event of [toggled(2), { type: "quantityChosen", productId: 1, quantity: 2 }, { type: "asked" }] as const) {
    expect(nextPick(asking, event)).toBe(asking);
  }
});

test("an answer opens the way, and a change closes it", () => {
  const ready = after(toggled(1), { type: "asked" }, { type: "answered", reply: items });
  expect(ready).toMatchObject({ phase: "ready", checkoutUrl: "https://shop.example/cart" });
  expect(nextPick(ready, toggled(2))).toMatchObject({ phase: "picking", checkoutUrl: null });
});

test.each<[string, PickEvent, string]>([
  ["a refusal", { type: "answered", reply: { refused: "soldOut" } }, "soldOut"],
  ["an answer of another kind", { type: "answered", reply: { kind: "coupon", code: "A", expiresAt: "", shopUrl: "" } }, "gone"],
  ["a failure", { type: "failed", problem: "offline" }, "offline"],
])("%s is said, and the picks stay", (_case, event, problem) => {
  expect(after(toggled(1), { type: "asked" }, event)).toMatchObject({ phase: "picking", problem, picked: [1] });
});

test("an answer that nobody waits for changes nothing", () => {
  expect(after(toggled(1), { type: "answered", reply: items }).phase).toBe("picking");
});
