import type { DecisionReply } from "../../../app/domain/decisions/contract";
import type { ApplyResult, CalculateResult } from "../../shopify/post-purchase/contract";
import type { Host } from "./page";

export const decision: DecisionReply = {
  render: true,
  decisionId: "decision-1",
  offer: {
    offerId: "offer-1", offerVersion: 3, title: "A mug to match", body: "Because you bought the teapot.", productId: 9,
    productTitle: "Spotted mug", productImageUrl: "https://cdn.shopify.com/mug.png", currency: "GBP", currencyExponent: 2,
    variants: [
      { variantId: 1, title: "Red", imageUrl: null, priceMinor: 1000, discountedMinor: 800, maxQuantity: 3 },
      { variantId: 2, title: "Blue", imageUrl: "https://cdn.shopify.com/blue.png", priceMinor: 1200, discountedMinor: 960, maxQuantity: 1 },
    ],
    discount: { value: 20, valueType: "percentage", title: "A mug to match" },
    shippingMinor: 350,
  },
};

/** What follows when the first is declined. */
export const second: DecisionReply = {
  render: true,
  decisionId: "decision-2",
  offer: {
    offerId: "offer-2", offerVersion: 1, title: "Or a plain one", body: "", productId: 9, productTitle: "Plain mug", productImageUrl: null,
    currency: "GBP", currencyExponent: 2,
    variants: [{ variantId: 2, title: "Blue", imageUrl: null, priceMinor: 1200, discountedMinor: 960, maxQuantity: 1 }],
    discount: { value: 20, valueType: "percentage", title: "Or a plain one" }, shippingMinor: 358,
  },
};

const bag = (amount: number) => {
  const money = { amount: amount.toFixed(2), currencyCode: "GBP" };
  return { shopMoney: money, presentmentMoney: money };
};

/** Prices of the store with 20 % off, 20 % tax on top and the shipping that was asked for. */
export async function calculate(changeset: unknown): Promise<CalculateResult> {
  const { changes } = changeset as { changes: Array<{ type: string; variantId: number; quantity: number; price: number }> };
  const added = changes.find(({ type }) => type === "add_variant");
  if (!added) throw new Error("nothing added");
  const unit = added.variantId === 1 ? 10 : 12;
  const line = unit * 0.8 * added.quantity;
  const shipping = changes.filter(({ type }) => type === "add_shipping_line").reduce((sum, { price }) => sum + price, 0);
  const tax = line * 0.2;
  return {
    status: "processed", errors: [],
    calculatedPurchase: {
      subtotalPriceSet: bag(line), totalPriceSet: bag(line + shipping + tax), totalOutstandingSet: bag(line + shipping + tax),
      addedTaxLines: [{ priceSet: bag(tax), rate: 0.2, title: "VAT" }],
      addedShippingLines: shipping ? [{ priceSet: bag(shipping), presentmentTitle: "Shipping" }] : [],
      updatedLineItems: [{ totalPriceSet: bag(line), priceSet: bag(unit), productId: 9, variantId: added.variantId, productHandle: "mug", quantity: added.quantity }],
    },
  };
}

/** As calculate, with the line's total as the shop would round it, or without its discount. */
export async function calculateLine(changeset: unknown, line: number): Promise<CalculateResult> {
  const result = await calculate(changeset);
  for (const item of result.calculatedPurchase?.updatedLineItems ?? []) item.totalPriceSet = bag(line);
  return result;
}

export const processed: ApplyResult = { status: "processed", errors: [], changesetApplicationsRemaining: 2 };

/** A purchase on which everything goes well; a decline is followed by nothing. */
export function goodHost(parts: Partial<Host> = {}): Host {
  return {
    stored: decision,
    app: ({ path, request }) => {
      if (path.endsWith("/changeset")) return Response.json({ token: "signed" });
      if (!path.endsWith("/decision")) return new Response(null, { status: 204 });
      return Response.json(Object.hasOwn(Object(request) as object, "after") ? { render: false } : decision);
    },
    calculate,
    apply: async () => processed,
    ...parts,
  };
}
