import { expect, test } from "vitest";
import { buildProduct, buildSnapshot, buildVariant } from "../../../test/support/domain-builders";
import type { ChoiceRefusal, ChoiceRequest, ProductsBlock } from "./contract";
import { checkChoice } from "./choice";

const now = new Date("2026-11-21T12:00:00Z");
const ids = [2001, 2002, 2003, 2004, 2005, 2006, 2007];
const shown = ids.map((variantId) => ({ variantId, title: "", imageUrl: null, priceMinor: 1_000, discountedMinor: 900, maxQuantity: 2 }));
const block: ProductsBlock = {
  kind: "products", offerId: "offer-1", offerVersion: 1, title: "", body: "", currency: "GBP", currencyExponent: 2, saving: null,
  products: [{ productId: 200, title: "Candle", imageUrl: null, url: null, variants: shown, reason: "chosen" }],
};
const snapshot = buildSnapshot({ products: [buildProduct({ variants: ids.map((id) => buildVariant({ id })) })] });
const check = (items: ChoiceRequest["items"]) => checkChoice({ block, items, snapshot, expiresAt: new Date("2026-11-21T12:30:00Z"), now });

test("several variants may be chosen, and are as they were shown", () => {
  expect(check([{ variantId: 2003, quantity: 2 }, { variantId: 2001, quantity: 1 }])).toEqual({ chosen: [shown[2], shown[0]] });
});

test.each<[string, ChoiceRequest["items"], ChoiceRefusal]>([
  ["nothing", [], "notOffered"],
  ["what was not shown", [{ variantId: 2001, quantity: 1 }, { variantId: 9, quantity: 1 }], "notOffered"],
  ["one variant twice, past its limit", [{ variantId: 2001, quantity: 2 }, { variantId: 2001, quantity: 2 }], "quantity"],
  ["too many of one", [{ variantId: 2001, quantity: 3 }], "quantity"],
  ["more than a block has room for", ids.map((variantId) => ({ variantId, quantity: 1 })), "tooMany"],
])("%s is refused", (_what, items, refused) => {
  expect(check(items)).toEqual({ refused });
});
