import { expect, test } from "vitest";
import type { PresentedOffer } from "../../../app/domain/decisions/contract";
import type { PageEvent, PageState } from "./page-state";
import { nextPage, openPage } from "./page-state";
import type { Quote } from "./quote";

const small = { variantId: 1, title: "Small", imageUrl: null, priceMinor: 1000, discountedMinor: 800, maxQuantity: 3 };
const large = { ...small, variantId: 2, title: "Large", maxQuantity: 1 };
const offer: PresentedOffer = {
  offerId: "o", offerVersion: 1, title: "A mug to match", body: "", productId: 9, productTitle: "Mug", productImageUrl: null,
  currency: "GBP", currencyExponent: 2, variants: [small, large], discount: null, shippingMinor: 0,
};
const quote: Quote = { subtotalMinor: 1000, discountMinor: 200, shippingMinor: 0, taxMinor: 0, taxIncluded: false, totalMinor: 800 };

function after(...events: PageEvent[]): PageState {
  return events.reduce(nextPage, openPage(offer, small));
}
const calculated: PageEvent = { type: "calculated", calculation: 1, quote };

test("opens with one unit of the first variant and no known total", () => {
  expect(after()).toMatchObject({ variant: small, quantity: 1, quote: null, phase: "choosing" });
});

test("cannot be accepted before its total is known", () => {
  expect(after({ type: "accepted" }).phase).toBe("choosing");
  expect(after(calculated, { type: "accepted" }).phase).toBe("paying");
});

test("a new choice makes the total unknown until its own calculation arrives", () => {
  const chosen = after(calculated, { type: "quantityChosen", quantity: 2 });
  expect(chosen).toMatchObject({ quantity: 2, quote: null, calculation: 2 });
  expect(nextPage(chosen, calculated)).toBe(chosen);
  expect(nextPage(chosen, { ...calculated, calculation: 2 }).quote).toBe(quote);
});

test("a late failure of an older calculation changes nothing", () => {
  const chosen = after({ type: "quantityChosen", quantity: 2 });
  expect(nextPage(chosen, { type: "notCalculated", calculation: 1, cause: "noTotal" })).toBe(chosen);
});

test("another variant takes as many units as it has", () => {
  expect(after({ type: "quantityChosen", quantity: 3 }, { type: "variantChosen", variantId: 2 })).toMatchObject({ variant: large, quantity: 1 });
});

test.each([0, -1, 4, 1.5, NaN])("a quantity of %d is not taken", (quantity) => {
  expect(after({ type: "quantityChosen", quantity }).quantity).toBe(1);
});

test("a variant that was not offered is not taken", () => {
  expect(after({ type: "variantChosen", variantId: 77 }).variant).toBe(small);
});

test.each<PageEvent>([
  { type: "accepted" },
  { type: "variantChosen", variantId: 2 },
  { type: "quantityChosen", quantity: 2 },
  { type: "calculated", calculation: 1, quote },
])("while paying, $type changes nothing", (event) => {
  const paying = after(calculated, { type: "accepted" });
  expect(nextPage(paying, event)).toBe(paying);
});

test("a failed payment leaves only the way on", () => {
  const ended = after(calculated, { type: "accepted" }, { type: "failed", cause: "payment_required" });
  expect(ended).toMatchObject({ phase: "ended", problem: "payment_required" });
  expect(nextPage(ended, { type: "accepted" })).toBe(ended);
});

test("the page is left once", () => {
  const left = after({ type: "left" });
  expect(nextPage(left, { type: "left" })).toBe(left);
  expect(nextPage(left, { type: "stranded" }).phase).toBe("ended");
});
