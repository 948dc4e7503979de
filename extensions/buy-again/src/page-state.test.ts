import { expect, test } from "vitest";
import type { BoughtProduct, BoughtProductsReply } from "../../../app/domain/placements/contract";
import type { PageEvent } from "./page-state";
import { chosenItems, loadingPage, nextPage } from "./page-state";

const bought = (productId: number, parts: Partial<BoughtProduct> = {}): BoughtProduct => ({
  productId, title: `Product ${productId}`, imageUrl: null, timesBought: 1, lastBoughtAt: "2026-10-01T00:00:00Z", lastPaidMinor: 100, lastQuantity: 1,
  variant: { variantId: productId * 10, title: "", imageUrl: null, priceMinor: 100, discountedMinor: 100, maxQuantity: 5 },
  due: null, alternative: null, sellingPlans: [{ id: 7, name: "Monthly", url: "https://shop.example/products/tea?variant=10&selling_plan=7" }], ...parts,
});
const reply = (products: BoughtProduct[], nextCursor: string | null = null): BoughtProductsReply => ({
  products, nextCursor, currency: "GBP", currencyExponent: 2, isOptedOut: false,
});
const loaded = (...products: BoughtProduct[]): PageEvent => ({ type: "loaded", reply: reply(products) });
const after = (...events: PageEvent[]) => events.reduce(nextPage, loadingPage);
const toggled = (productId: number): PageEvent => ({ type: "rowChanged", productId, change: { type: "toggled" } });
const filled = { checkoutUrl: "https://shop.example/cart", unavailable: [] };

test("nothing is chosen to begin with, and there is no checkout", () => {
  const state = after(loaded(bought(1)));
  expect(chosenItems(state.rows)).toEqual([]);
  expect(state.checkout.phase).toBe("none");
});

test("each choice asks for a checkout of its own", () => {
  const one = after(loaded(bought(1), bought(2)), toggled(1));
  const two = nextPage(one, toggled(2));
  expect([one.checkout.phase, two.choice - one.choice]).toEqual(["preparing", 1]);
  expect(nextPage(two, { type: "checkoutAnswered", choice: one.choice, reply: filled })).toBe(two);
  expect(nextPage(two, { type: "checkoutAnswered", choice: two.choice, reply: filled }).checkout).toMatchObject({ phase: "ready", url: filled.checkoutUrl });
});

test("choosing nothing any more takes the checkout away", () => {
  expect(after(loaded(bought(1)), toggled(1), toggled(1)).checkout.phase).toBe("none");
});

test("a quantity matters to the checkout only where the product is chosen", () => {
  const three: PageEvent = { type: "rowChanged", productId: 1, change: { type: "quantityChosen", quantity: 3 } };
  expect(after(loaded(bought(1)), three).choice).toBe(0);
  const chosen = after(loaded(bought(1)), three, toggled(1));
  expect(chosenItems(chosen.rows)).toEqual([{ variantId: 10, quantity: 3 }]);
  expect(nextPage(chosen, { ...three, change: { type: "quantityChosen", quantity: 4 } }).choice).toBe(chosen.choice + 1);
});

test.each([["of the product begins on its page, and is in no checkout", 7, []], ["of no product here changes nothing", 8, [{ variantId: 10, quantity: 1 }]]])(
  "a subscription %s", (_case, sellingPlanId, items) => {
    const state = after(loaded(bought(1)), toggled(1), { type: "rowChanged", productId: 1, change: { type: "planChosen", sellingPlanId } });
    expect(chosenItems(state.rows)).toEqual(items);
  },
);

test("as many as last time, as far as they can be had", () => {
  expect(after(loaded(bought(1, { lastQuantity: 12 })), toggled(1)).rows[0]?.quantity).toBe(5);
});

test("what cannot be had cannot be chosen", () => {
  const state = after(loaded(bought(1, { variant: null })));
  expect(nextPage(state, toggled(1))).toBe(state);
});

test("products left out are named by what was chosen", () => {
  const chosen = after(loaded(bought(1), bought(2)), toggled(1));
  const state = nextPage(chosen, { type: "checkoutAnswered", choice: chosen.choice, reply: { ...filled, unavailable: [10, 20] } });
  expect(state.checkout).toMatchObject({ left: ["Product 1"] });
});

test("a page that comes twice adds nothing twice, and choices stay", () => {
  const state = after(loaded(bought(1)), toggled(1), loaded(bought(1), bought(2)));
  expect(state.rows.map(({ bought: { productId }, isChosen }) => [productId, isChosen])).toEqual([[1, true], [2, false]]);
});

test("more is asked for once at a time, and only where there is more", () => {
  expect(after(loaded(bought(1)), { type: "moreAsked" }).more).toBe("idle");
  const loading = after({ type: "loaded", reply: reply([bought(1)], "next") }, { type: "moreAsked" });
  expect(loading.more).toBe("loading");
  expect(nextPage(loading, { type: "moreAsked" })).toBe(loading);
  expect(nextPage(loading, { type: "notLoaded" })).toMatchObject({ phase: "shown", more: "failed" });
});
