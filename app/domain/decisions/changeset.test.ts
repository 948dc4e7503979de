import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { buildContent, buildOffer, buildProduct, buildSnapshot, buildVariant } from "../../../test/support/domain-builders";
import { propertyRuns } from "../../../test/support/property-runs";
import type { CatalogueProduct, CatalogueVariant } from "../catalogue/product";
import { parseMinor } from "../money/money";
import type { OfferContent } from "../offers/offer";
import { buildChanges, checkSelection, lineAmount } from "./changeset";
import type { ShopSnapshot } from "./decision";
import { presentOffer } from "./present";

const now = new Date("2026-11-21T12:00:00Z");
const expiresAt = new Date("2026-11-21T12:30:00Z");

function present(content: Partial<OfferContent> = {}, variant: Partial<CatalogueVariant> = {}, currency = "GBP") {
  const product = buildProduct({ imageUrl: "https://cdn/candle.png", variants: [buildVariant({ id: 1, title: "Large", ...variant })] });
  return presentOffer(buildOffer({ content: buildContent(content) }), { product, variants: [...product.variants] }, currency, "en-GB");
}

describe("presents", () => {
  test.each<[string, Partial<OfferContent>, object]>([
    ["no discount", {}, { discount: null, shippingMinor: 0, variants: [{ priceMinor: 1_000, discountedMinor: 1_000, maxQuantity: 3 }] }],
    ["a percentage", { discount: { kind: "percentage", percent: 15 } }, { discount: { value: 15, valueType: "percentage", title: "A candle with it?" }, variants: [{ discountedMinor: 850, maxQuantity: 3 }] }],
    ["a fixed amount, for one unit", { discount: { kind: "fixed", amountMinor: 250 } }, { discount: { value: 2.5, valueType: "fixed_amount" }, variants: [{ discountedMinor: 750, maxQuantity: 1 }] }],
    ["free shipping", { discount: { kind: "freeShipping" }, shippingMinor: 395 }, { discount: null, shippingMinor: 0 }],
    ["paid shipping", { shippingMinor: 395 }, { shippingMinor: 395 }],
  ])("%s", (_case, content, expected) => {
    expect(present(content)).toMatchObject({ productTitle: "Candle", productImageUrl: "https://cdn/candle.png", currency: "GBP", currencyExponent: 2, ...expected });
  });

  test.each([["Default Title", ""], ["Large", "Large"]])("the variant %s as %j", (title, shown) => {
    expect(present({}, { title }).variants[0]?.title).toBe(shown);
  });

  test.each([[10, 3], [2, 2], [null, 3]])("with %s in stock at most %i", (available, most) => {
    expect(present({}, { available }).variants[0]?.maxQuantity).toBe(most);
  });
});

describe("changes to sign", () => {
  test.each<[string, Partial<OfferContent>, string, unknown]>([
    ["a discounted line", { discount: { kind: "percentage", percent: 15 } }, "GBP", [{ type: "add_variant", variantId: 1, quantity: 1, discount: { value: 15, valueType: "percentage", title: "A candle with it?" } }]],
    ["a line and its shipping", { shippingMinor: 395 }, "GBP", [{ type: "add_variant", variantId: 1, quantity: 1 }, { type: "add_shipping_line", price: 3.95, title: "Shipping", presentmentTitle: "Shipping" }]],
    ["shipping in yen", { shippingMinor: 395 }, "JPY", [{ type: "add_variant" }, { price: 395 }]],
    ["shipping in dinars", { shippingMinor: 1_005 }, "KWD", [{ type: "add_variant" }, { price: 1.005 }]],
    ["no line for free shipping", { discount: { kind: "freeShipping" }, shippingMinor: 395 }, "GBP", [{ type: "add_variant", variantId: 1, quantity: 1 }]],
  ])("%s", (_case, content, currency, changes) => {
    const built = buildChanges(present(content, {}, currency), 1, 1);
    expect(built).toMatchObject(changes as object[]);
    expect(built).toHaveLength((changes as object[]).length);
  });

  test.each([[2, 1], [1, 0], [1, 4], [1, 1.5], [1, Number.NaN]])("never of variant %d times %d, which was not presented", (variantId, quantity) => {
    expect(() => buildChanges(present(), variantId, quantity)).toThrow(RangeError);
    expect(() => lineAmount(present(), variantId, quantity)).toThrow(RangeError);
  });
});

test("a line costs what was shown times the quantity", () => {
  fc.assert(fc.property(fc.integer({ min: 1, max: 10 ** 9 }), fc.integer({ min: 1, max: 100 }), fc.integer({ min: 1, max: 100 }), (priceMinor, percent, quantity) => {
    const presented = present({ discount: { kind: "percentage", percent }, quantityLimit: 100 }, { priceMinor, available: null });
    const amount = lineAmount(presented, 1, quantity);
    expect(amount).toBe((presented.variants[0]?.discountedMinor ?? -1) * quantity);
    expect(amount).toBeGreaterThanOrEqual(0);
  }));
});

test("amounts reach Shopify and come back without drift, with 0, 2 and 3 decimals", () => {
  const amount = fc.integer({ min: 1, max: 10 ** 11 });
  fc.assert(fc.property(fc.constantFrom("JPY", "GBP", "KWD"), amount, amount, (currency, amountMinor, shippingMinor) => {
    const presented = present({ discount: { kind: "fixed", amountMinor }, shippingMinor }, { priceMinor: amountMinor + 1 }, currency);
    const [line, shipping] = JSON.parse(JSON.stringify(buildChanges(presented, 1, 1))) as [{ discount: { value: number } }, { price: number }];
    expect(parseMinor(JSON.stringify(line.discount.value), currency)).toBe(amountMinor);
    expect(parseMinor(JSON.stringify(shipping.price), currency)).toBe(shippingMinor);
    expect(lineAmount(presented, 1, 1)).toBe(1);
  }), propertyRuns(1_000));
});

describe("checking a selection", () => {
  const presented = present();
  const product = (over: Partial<CatalogueProduct> = {}, variant: Partial<CatalogueVariant> = {}) => buildProduct({ variants: [buildVariant({ id: 1, ...variant })], ...over });
  const check = (over: { snapshot?: ShopSnapshot; variantId?: number; quantity?: number; now?: Date } = {}) =>
    checkSelection({ presented, selection: { variantId: over.variantId ?? 1, quantity: over.quantity ?? 2 }, snapshot: over.snapshot ?? buildSnapshot({ products: [product()] }), expiresAt, now: over.now ?? now });

  test.each<[string, Parameters<typeof check>[0], ReturnType<typeof check>]>([
    ["as presented", {}, null],
    ["another variant", { variantId: 9 }, "notOffered"],
    ["none", { quantity: 0 }, "quantity"],
    ["more than presented", { quantity: 4 }, "quantity"],
    ["half a unit", { quantity: 1.5 }, "quantity"],
    ["too late", { now: expiresAt }, "expired"],
    ["the offer is paused", { snapshot: buildSnapshot({ products: [product()], offers: [buildOffer({ status: "paused" })] }) }, "expired"],
    ["the offer is gone", { snapshot: buildSnapshot({ products: [product()], offers: [] }) }, "expired"],
    ["the schedule has ended", { snapshot: buildSnapshot({ products: [product()], offers: [buildOffer({ content: { schedule: { startsAt: null, endsAt: "2026-11-21T12:00" } } })] }) }, "expired"],
    ["the product is gone", { snapshot: buildSnapshot({ products: [] }) }, "soldOut"],
    ["the variant is gone", { snapshot: buildSnapshot({ products: [product({}, { id: 5 })] }) }, "soldOut"],
    ["the product is unpublished", { snapshot: buildSnapshot({ products: [product({ isPublished: false })] }) }, "soldOut"],
    ["the product is a draft", { snapshot: buildSnapshot({ products: [product({ status: "draft" })] }) }, "soldOut"],
    ["one too few in stock", { snapshot: buildSnapshot({ products: [product({}, { available: 1 })] }) }, "soldOut"],
    ["just enough in stock", { snapshot: buildSnapshot({ products: [product({}, { available: 2 })] }) }, null],
    ["stock no longer counted", { snapshot: buildSnapshot({ products: [product({}, { available: null })] }) }, null],
    ["dearer by one", { snapshot: buildSnapshot({ products: [product({}, { priceMinor: 1_001 })] }) }, "changed"],
    ["cheaper by one", { snapshot: buildSnapshot({ products: [product({}, { priceMinor: 999 })] }) }, null],
    ["another currency", { snapshot: buildSnapshot({ products: [product()], currency: "EUR" }) }, "changed"],
    ["a new version with less discount", { snapshot: buildSnapshot({ products: [product()], offers: [buildOffer({ version: 2, content: { discount: { kind: "none" } } })] }) }, null],
  ])("%s", (_case, over, refusal) => {
    expect(check(over)).toBe(refusal);
  });
});
