import { nextId } from "./ids";
import type { Attribute, Checkout, CheckoutLine, DiscountAllocation, DiscountCode, OrderLine, Shop } from "./model";
import { getProduct, getVariant } from "./products";
import { taxOn, taxRate } from "./tax";
import type { Totals } from "./totals";

export const NO_DISCOUNTS: readonly DiscountAllocation[] = [];

export interface PricedLine {
  variantId: number;
  quantity: number;
  unitPrice: number;
  discounts: readonly DiscountAllocation[];
  properties?: Attribute[];
}

/** The code as the shop knows it, or null; codes are not case-sensitive. */
export function findDiscountCode(shop: Shop, code: string | null): DiscountCode | null {
  if (!code) return null;
  return shop.discountCodes.find((known) => known.code.toLowerCase() === code.trim().toLowerCase()) ?? null;
}

/** Prices lines at the catalogue's prices and spreads a code over them by their share, the rest of the rounding on the last. */
export function priceLines(shop: Shop, lines: CheckoutLine[], code: DiscountCode | null): PricedLine[] {
  const priced = lines.map((line) => ({ ...line, unitPrice: getVariant(shop, line.variantId).price }));
  const subtotal = priced.reduce((sum, line) => sum + line.unitPrice * line.quantity, 0);
  if (!code || subtotal === 0) return priced.map((line) => ({ ...line, discounts: NO_DISCOUNTS }));
  const off = Math.min(subtotal, code.valueType === "percentage" ? Math.round((subtotal * code.value) / 100) : code.value);
  let left = off;
  return priced.map((line, index) => {
    const share = index === priced.length - 1 ? left : Math.round((off * line.unitPrice * line.quantity) / subtotal);
    left -= share;
    return { ...line, discounts: [{ kind: "code" as const, title: code.code, code: code.code, valueType: code.valueType, value: code.value, amount: share }] };
  });
}

/** The shop's flat rate for a destination. */
export function shippingRate(shop: Shop, countryCode: string): number {
  return countryCode === shop.countryCode ? shop.shipping.domestic : shop.shipping.abroad;
}

export interface CheckoutPrice extends Totals {
  lines: PricedLine[];
  discountCode: DiscountCode | null;
}

/** What a checkout costs now. */
export function priceCheckout(shop: Shop, checkout: Checkout): CheckoutPrice {
  const discountCode = findDiscountCode(shop, checkout.discountCode);
  const lines = priceLines(shop, checkout.lines, discountCode);
  const shipping = lines.length === 0 ? 0 : shippingRate(shop, checkout.countryCode);
  const rate = taxRate(checkout.countryCode);
  let subtotal = 0;
  let discounts = 0;
  let tax = taxOn(shipping, rate, shop.taxesIncluded);
  for (const line of lines) {
    const off = line.discounts.reduce((sum, discount) => sum + discount.amount, 0);
    const net = line.unitPrice * line.quantity - off;
    discounts += off;
    subtotal += net;
    tax += taxOn(net, rate, shop.taxesIncluded);
  }
  const total = subtotal + shipping + (shop.taxesIncluded ? 0 : tax);
  return { lines, discountCode, subtotal, discounts, shipping, tax, total };
}

/** An order's line as the product is called today. */
export function orderLineOf(shop: Shop, line: PricedLine, editId: number): OrderLine {
  const variant = getVariant(shop, line.variantId);
  const product = getProduct(shop, variant.productId);
  return {
    id: nextId(shop, "orderLine"),
    productId: product.id,
    variantId: variant.id,
    title: product.title,
    variantTitle: variant.title === "Default Title" ? "" : variant.title,
    sku: variant.sku,
    vendor: product.vendor,
    unitPrice: line.unitPrice,
    quantity: line.quantity,
    currentQuantity: line.quantity,
    discounts: line.discounts,
    ...(line.properties ? { properties: line.properties } : {}),
    editId,
  };
}

