import { describe, expect, test } from "vitest";
import type { PresentedOffer } from "../../../app/domain/decisions/contract";
import { changesFor, quoteFrom } from "./quote";

type Calculated = Parameters<typeof quoteFrom>[0];
const bag = (amount: string) => ({ shopMoney: { amount, currencyCode: "GBP" }, presentmentMoney: { amount, currencyCode: "GBP" } });
const mug = { variantId: 1, title: "", imageUrl: null, priceMinor: 1000, discountedMinor: 800, maxQuantity: 5 };

function calculated(line: { variantId: number; total: string }, charged: string, more: { tax?: string; shipping?: string } = {}): Calculated {
  return {
    subtotalPriceSet: bag("0"), totalPriceSet: bag("0"), totalOutstandingSet: bag(charged),
    addedTaxLines: more.tax ? [{ priceSet: bag(more.tax), rate: 0.2, title: "VAT" }] : [],
    addedShippingLines: more.shipping ? [{ priceSet: bag(more.shipping), presentmentTitle: "" }] : [],
    updatedLineItems: [
      { totalPriceSet: bag("99.00"), priceSet: bag("99.00"), productId: 8, variantId: 8, productHandle: "", quantity: 1 },
      { totalPriceSet: bag(line.total), priceSet: bag("10.00"), productId: 9, variantId: line.variantId, productHandle: "", quantity: 2 },
    ],
  };
}

describe("quoteFrom", () => {
  test("takes Shopify's figures for what is charged", () => {
    expect(quoteFrom(calculated({ variantId: 1, total: "16.00" }, "23.40", { tax: "3.90", shipping: "3.50" }), mug, 2, 2)).toEqual({
      subtotalMinor: 2000, discountMinor: 400, shippingMinor: 350, taxMinor: 390, taxIncluded: false, totalMinor: 2340,
    });
  });

  test("sees that the tax is part of the price", () => {
    expect(quoteFrom(calculated({ variantId: 1, total: "16.00" }, "16.00", { tax: "2.67" }), mug, 2, 2)).toMatchObject({ taxIncluded: true, totalMinor: 1600 });
  });

  test("counts no discount when the line is dearer than was shown", () => {
    expect(quoteFrom(calculated({ variantId: 1, total: "24.00" }, "24.00"), mug, 2, 2)).toMatchObject({ subtotalMinor: 2400, discountMinor: 0 });
  });

  test("knows nothing when the line is missing or an amount is none", () => {
    expect(quoteFrom(calculated({ variantId: 5, total: "16.00" }, "16.00"), mug, 2, 2)).toBeNull();
    expect(quoteFrom(calculated({ variantId: 1, total: "16.00" }, "soon"), mug, 2, 2)).toBeNull();
  });
});

describe("changesFor", () => {
  const offer: PresentedOffer = {
    offerId: "o", offerVersion: 1, title: "Match", body: "", productId: 9, productTitle: "Mug", productImageUrl: null, currency: "GBP", currencyExponent: 2,
    variants: [mug], discount: { value: 20, valueType: "percentage", title: "Match" }, shippingMinor: 350,
  };

  test("asks for the discount and the shipping of the offer", () => {
    expect(changesFor(offer, 1, 2)).toEqual([
      { type: "add_variant", variantId: 1, quantity: 2, discount: { value: 20, valueType: "percentage", title: "Match" } },
      { type: "add_shipping_line", price: 3.5, title: "Match", presentmentTitle: "Match" },
    ]);
  });

  test("adds neither when there is none", () => {
    expect(changesFor({ ...offer, discount: null, shippingMinor: 0 }, 1, 1)).toEqual([{ type: "add_variant", variantId: 1, quantity: 1 }]);
  });
});
