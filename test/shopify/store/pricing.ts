import { applyDiscounts } from "./discounts/apply";
import { asDiscountCode } from "./discounts/codes";
import { findByCode } from "./discounts/commands";
import { isActive } from "./discounts/model";
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
  sellingPlanId?: number;
}

/** The code as the shop knows it, while it may be used; null otherwise. Codes are not case-sensitive. */
export function findDiscountCode(shop: Shop, code: string | null, at: number = Date.now()): DiscountCode | null {
  if (!code) return null;
  const plain = shop.discountCodes.find((known) => known.code.toLowerCase() === code.trim().toLowerCase());
  if (plain) return plain;
  const node = findByCode(shop, code);
  const uses = node?.codes.get(code.trim().toLowerCase())?.uses ?? 0;
  return node && isActive(node, at) && (node.usageLimit === null || uses < node.usageLimit) ? asDiscountCode(node, code) : null;
}

/** Lines at the catalogue's prices. */
export function priceLines(shop: Shop, lines: CheckoutLine[]): PricedLine[] {
  return lines.map((line) => ({ ...line, unitPrice: getVariant(shop, line.variantId).price, discounts: NO_DISCOUNTS }));
}

/** The shop's flat rate for a destination. */
export function shippingRate(shop: Shop, countryCode: string): number {
  return countryCode === shop.countryCode ? shop.shipping.domestic : shop.shipping.abroad;
}

export interface CheckoutPrice extends Totals {
  lines: PricedLine[];
  /** The first of the codes that took part. */
  discountCode: DiscountCode | null;
  discountCodes: DiscountCode[];
}

/** What a checkout costs, as of when it was last priced. */
export function priceCheckout(shop: Shop, checkout: Checkout): CheckoutPrice {
  const { lines, discountCodes, freeShipping } = applyDiscounts(shop, checkout, checkout.pricedAt ?? Date.now());
  const shipping = lines.length === 0 || freeShipping ? 0 : shippingRate(shop, checkout.countryCode);
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
  return { lines, discountCode: discountCodes[0] ?? null, discountCodes, subtotal, discounts, shipping, tax, total };
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

