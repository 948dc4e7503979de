import { expect, test } from "vitest";
import { buildProduct, buildVariant } from "../../../test/support/domain-builders";
import type { CatalogueProduct } from "../catalogue/product";
import { haveNow } from "./bought-before";
import { PLAIN_LIMIT } from "./plain-content";

const sold = (available: number | null, over: Partial<CatalogueProduct> = {}) => new Map([[2001, buildProduct({ variants: [buildVariant({ id: 2001, available })], ...over })]]);

test.each<[string, ReturnType<typeof sold>, number, number]>([
  ["as many as are wanted", sold(10), 2, 2],
  ["no more than are left", sold(2), 5, 2],
  ["as many as one may take at once, of what is not counted", sold(null), PLAIN_LIMIT + 1, PLAIN_LIMIT],
])("there are %s", (_what, variants, quantity, had) => {
  expect(haveNow([{ variantId: 2001, quantity }], variants)).toEqual({ items: [{ variantId: 2001, quantity: had }], unavailable: [] });
});

test.each<[string, ReturnType<typeof sold>]>([
  ["is sold out", sold(0)], ["is sold beyond its stock", sold(-1)], ["is a draft", sold(10, { status: "draft" })],
  ["is not published", sold(10, { isPublished: false })], ["is a gift card", sold(10, { isGiftCard: true })], ["is gone", new Map()],
])("what %s is named instead", (_what, variants) => {
  expect(haveNow([{ variantId: 2001, quantity: 1 }], variants)).toEqual({ items: [], unavailable: [2001] });
});

test("what is wanted by subscription is not sold once instead", () => {
  expect(haveNow([{ variantId: 2001, quantity: 1, sellingPlanId: 7 }], sold(10))).toEqual({ items: [], unavailable: [2001] });
});
