import { expect, test } from "vitest";
import { buildOffer, buildProduct, buildSnapshot, buildVariant } from "../../../test/support/domain-builders";
import type { CatalogueVariant } from "../catalogue/product";
import type { PresentedVariant } from "../decisions/contract";
import type { BlockProduct, ProductsBlock } from "./contract";
import type { CurrentParts } from "./current-block";
import { currentBlock } from "./current-block";

const shownVariant: PresentedVariant = { variantId: 2001, title: "Candle", imageUrl: null, priceMinor: 1_000, discountedMinor: 900, maxQuantity: 3 };
const shown = (productId: number, variantId = productId * 10 + 1): BlockProduct => ({ productId, title: "Candle", imageUrl: null, url: null, variants: [{ ...shownVariant, variantId }], reason: "chosen" });
const block: ProductsBlock = { kind: "products", offerId: "offer-1", offerVersion: 1, title: "", body: "", currency: "GBP", currencyExponent: 2, products: [shown(200), shown(201)], saving: null };
const sold = (id: number, over: Partial<CatalogueVariant> = {}) => buildProduct({ id, variants: [buildVariant({ id: id * 10 + 1, ...over })] });
const parts = (over: Partial<CurrentParts> = {}): CurrentParts => ({
  snapshot: buildSnapshot({ products: [sold(200), sold(201)] }), offerId: "offer-1", orderedProductIds: new Set(), room: 6, now: new Date("2026-11-21T12:00:00Z"), ...over,
});
const left = (over: Partial<CurrentParts>) => {
  const current = currentBlock(block, parts(over));
  return current?.kind === "products" ? current.products.map(({ productId }) => productId) : null;
};

test("a block that still holds stays as it was shown", () => {
  expect(currentBlock(block, parts())).toEqual(block);
});

test.each<[string, Partial<CatalogueVariant>, number[]]>([
  ["is dearer", { priceMinor: 1_001 }, [201]],
  ["is cheaper", { priceMinor: 999 }, [200, 201]],
  ["is sold out", { available: 0 }, [201]],
  ["is sold beyond its stock", { available: -3 }, [201]],
  ["is of no counted stock", { available: null }, [200, 201]],
  ["is gone", { id: 9 }, [201]],
])("what %s by now", (_what, variant, expected) => {
  expect(left({ snapshot: buildSnapshot({ products: [sold(200, variant), sold(201)] }) })).toEqual(expected);
});

test("no more is offered of it than is left", () => {
  const current = currentBlock(block, parts({ snapshot: buildSnapshot({ products: [sold(200, { available: 2 }), sold(201, { available: 9 })] }) }));
  expect(current).toMatchObject({ products: [{ variants: [{ maxQuantity: 2 }] }, { variants: [{ maxQuantity: 3 }] }] });
});

test.each([["a draft", { status: "draft" }], ["not published", { isPublished: false }]] as const)("a product that is %s by now goes", (_what, over) => {
  expect(left({ snapshot: buildSnapshot({ products: [{ ...sold(200), ...over }, sold(201)] }) })).toEqual([201]);
});

test("what is in the cart goes, and what there is no room for", () => {
  expect(left({ orderedProductIds: new Set([200]) })).toEqual([201]);
  expect(left({ room: 1 })).toEqual([200]);
  expect(left({ orderedProductIds: new Set([200, 201]) })).toBeNull();
});

test.each([
  ["paused", buildOffer({ status: "paused" })], ["another", buildOffer({ id: "offer-2" })],
  ["over", buildOffer({ content: { schedule: { startsAt: null, endsAt: "2026-11-21T12:00" } } })],
])("nothing is left of an offer that is %s, whatever kind its block is", (_what, offer) => {
  const snapshot = buildSnapshot({ offers: [offer], products: [sold(200), sold(201)] });
  expect(left({ snapshot })).toBeNull();
  expect(currentBlock({ kind: "thanks", title: "", body: "" }, parts({ snapshot }))).toBeNull();
});
