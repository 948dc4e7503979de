import { expect, test } from "vitest";
import type { BlockProduct } from "../../../app/domain/placements/contract";
import { allowedQuantity, nextOptions, openOptions } from "./option";

const variant = (variantId: number, maxQuantity: number) => ({ variantId, title: "", imageUrl: null, priceMinor: 100, discountedMinor: 100, maxQuantity });
const product = (productId: number, variants: BlockProduct["variants"]): BlockProduct => ({ productId, title: "", imageUrl: null, url: null, variants, reason: "chosen" });
const open = () => openOptions([product(1, [variant(11, 5), variant(12, 2)]), product(2, [variant(21, 9)])]);

test("a product that cannot be had is left out", () => {
  expect(openOptions([product(1, []), product(2, [variant(21, 1)])]).map(({ product: { productId } }) => productId)).toEqual([2]);
});

test.each([[0, 5, 1], [-3, 5, 1], [2.4, 5, 2], [99, 5, 5], [Number.NaN, 5, 1], [3, 1, 1]])("%d of at most %d becomes %d", (wanted, most, allowed) => {
  expect(allowedQuantity(wanted, most)).toBe(allowed);
});

test("another variant keeps the quantity as far as there is enough of it", () => {
  const five = nextOptions(open(), { type: "quantityChosen", productId: 1, quantity: 5 });
  const [first] = nextOptions(five, { type: "variantChosen", productId: 1, variantId: 12 });
  expect([first?.variant.variantId, first?.quantity]).toEqual([12, 2]);
});

test.each([
  ["an unknown variant", { type: "variantChosen", productId: 1, variantId: 99 }],
  ["the variant of another product", { type: "variantChosen", productId: 1, variantId: 21 }],
  ["the variant that it is", { type: "variantChosen", productId: 1, variantId: 11 }],
  ["an unknown product", { type: "quantityChosen", productId: 9, quantity: 2 }],
] as const)("%s changes nothing", (_case, event) => {
  const options = open();
  expect(nextOptions(options, event)).toBe(options);
});
