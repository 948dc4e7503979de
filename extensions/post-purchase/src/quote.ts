import type { PostPurchaseRenderApi } from "@shopify/post-purchase-ui-extensions";
import type { Change, PresentedOffer, PresentedVariant } from "../../../app/domain/decisions/contract";
import { majorUnits, minorUnits } from "./money";

export type CalculateResult = Awaited<ReturnType<PostPurchaseRenderApi["calculateChangeset"]>>;
type CalculatedPurchase = NonNullable<CalculateResult["calculatedPurchase"]>;
type PriceSet = CalculatedPurchase["totalOutstandingSet"];

/** What accepting would cost, minor units; Shopify's own figures for shipping, tax and total. */
export interface Quote {
  subtotalMinor: number;
  /** Taken off the subtotal; 0 or more. */
  discountMinor: number;
  shippingMinor: number;
  taxMinor: number;
  /** The tax is part of the prices and adds nothing to them. */
  taxIncluded: boolean;
  /** What is charged. */
  totalMinor: number;
}

/** The edit to be calculated: the same variant, quantity, discount and shipping that the app would sign. */
export function changesFor(offer: PresentedOffer, variantId: number, quantity: number): Change[] {
  const { discount } = offer;
  const changes: Change[] = [discount ? { type: "add_variant", variantId, quantity, discount } : { type: "add_variant", variantId, quantity }];
  if (offer.shippingMinor > 0) {
    const price = majorUnits(offer.shippingMinor, offer.currencyExponent);
    changes.push({ type: "add_shipping_line", price, title: offer.title, presentmentTitle: offer.title });
  }
  return changes;
}

/** Null when the answer does not speak of the chosen line or leaves the total open. */
export function quoteFrom(purchase: CalculatedPurchase, variant: PresentedVariant, quantity: number, exponent: number): Quote | null {
  const minor = (price: PriceSet | undefined) => (price ? minorUnits(price.presentmentMoney.amount, exponent) : NaN);
  const sum = (lines: ReadonlyArray<{ priceSet: PriceSet }>) => lines.reduce((total, { priceSet }) => total + minor(priceSet), 0);

  const line = purchase.updatedLineItems.filter(({ variantId }) => String(variantId) === String(variant.variantId)).pop();
  if (!line) return null;
  const lineMinor = minor(line.totalPriceSet);
  const subtotalMinor = Math.max(variant.priceMinor * quantity, lineMinor);
  const shippingMinor = sum(purchase.addedShippingLines);
  const taxMinor = sum(purchase.addedTaxLines);
  const totalMinor = minor(purchase.totalOutstandingSet);
  if (!isFinite(lineMinor + shippingMinor + taxMinor + totalMinor)) return null;
  return {
    subtotalMinor,
    discountMinor: subtotalMinor - lineMinor,
    shippingMinor,
    taxMinor,
    taxIncluded: taxMinor > 0 && totalMinor === lineMinor + shippingMinor,
    totalMinor,
  };
}
