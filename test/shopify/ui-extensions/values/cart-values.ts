import { createHash } from "node:crypto";
import type { Values } from "../contract";
import type { Attribute, Checkout, Order, Shop } from "../../store/model";
import { formatFixed } from "../../store/money";
import { gid } from "../../store/ids";
import type { CheckoutPrice, PricedLine } from "../../store/pricing";
import { priceCheckout } from "../../store/pricing";
import { editedTotals, lineDiscount, lineNet } from "../../store/totals";
import { pictureUrl } from "../../pictures/picture-url";

export function money(minor: number, currencyCode: string): { amount: number; currencyCode: string } {
  return { amount: Number(formatFixed(minor, currencyCode)), currencyCode };
}

interface Line {
  readonly id: string;
  readonly variantId: number;
  readonly productId: number;
  readonly title: string;
  readonly variantTitle: string;
  readonly sku: string;
  readonly vendor: string;
  readonly quantity: number;
  readonly net: number;
  readonly off: readonly { title: string; code: string | null; amount: number }[];
  readonly attributes: readonly Attribute[];
}

/** The id of a cart's line; lines of one variant are told apart by their attributes. */
export function cartLineId(line: { variantId: number; properties?: readonly Attribute[] }): string {
  const digest = createHash("sha256").update(JSON.stringify([line.variantId, line.properties ?? []])).digest("hex");
  return gid("CartLine", digest.slice(0, 32));
}

function cartLine(origin: string, shop: Shop, line: Line): Values {
  const product = shop.products.get(line.productId);
  return {
    id: line.id,
    merchandise: {
      type: "variant",
      id: gid("ProductVariant", line.variantId),
      title: line.title,
      ...(line.variantTitle === "" ? {} : { subtitle: line.variantTitle }),
      ...(product ? { image: { url: pictureUrl(origin, shop, product.id), altText: line.title } } : {}),
      selectedOptions: [{ name: product?.optionName ?? "Title", value: line.variantTitle || "Default Title" }],
      product: { id: gid("Product", line.productId), vendor: line.vendor, productType: product?.productType ?? "" },
      requiresShipping: product?.isGiftCard !== true,
      ...(line.sku === "" ? {} : { sku: line.sku }),
    },
    quantity: line.quantity,
    cost: { totalAmount: money(line.net, shop.currency) },
    attributes: line.attributes,
    discountAllocations: line.off.map(({ title, code, amount }) => ({ discountedAmount: money(amount, shop.currency), ...(code === null ? { type: "automatic", title } : { type: "code", code }) })),
    lineComponents: [],
    parentRelationship: null,
  };
}

function lineOfCheckout(shop: Shop, line: PricedLine): Line[] {
  const variant = shop.variants.get(line.variantId);
  const product = variant && shop.products.get(variant.productId);
  if (!product) return [];
  const off = line.discounts.reduce((sum, { amount }) => sum + amount, 0);
  return [{
    id: cartLineId(line),
    variantId: variant.id,
    productId: product.id,
    title: product.title,
    variantTitle: product.variants.length > 1 ? variant.title : "",
    sku: variant.sku,
    vendor: product.vendor,
    quantity: line.quantity,
    net: line.unitPrice * line.quantity - off,
    off: line.discounts,
    attributes: line.properties ?? [],
  }];
}

/** What changes in an open checkout: lines, costs, codes, attributes, note. */
export function checkoutCart(origin: string, shop: Shop, checkout: Checkout): Values {
  const price: CheckoutPrice = priceCheckout(shop, checkout);
  return {
    lines: price.lines.flatMap((line) => lineOfCheckout(shop, line)).map((line) => cartLine(origin, shop, line)),
    "cost.subtotalAmount": money(price.subtotal, shop.currency),
    "cost.totalShippingAmount": money(price.shipping, shop.currency),
    "cost.totalTaxAmount": money(price.tax, shop.currency),
    "cost.totalAmount": money(price.total, shop.currency),
    discountCodes: price.discountCodes.map(({ code }) => ({ code })),
    discountAllocations: [],
    attributes: checkout.customAttributes,
    note: checkout.note,
  };
}

/** The same of a placed order, with what edits added to it. */
export function orderCart(origin: string, shop: Shop, order: Order): Values {
  const totals = editedTotals(order);
  const lines = order.lines.filter(({ quantity }) => quantity > 0).map((line) => ({
    ...line,
    id: gid("LineItem", line.id),
    net: lineNet(line),
    off: lineDiscount(line) === 0 ? [] : line.discounts,
    attributes: line.properties ?? [],
  }));
  return {
    lines: lines.map((line) => cartLine(origin, shop, line)),
    "cost.subtotalAmount": money(totals.subtotal, order.currency),
    "cost.totalShippingAmount": money(totals.shipping, order.currency),
    "cost.totalTaxAmount": money(totals.tax, order.currency),
    "cost.totalAmount": money(totals.total, order.currency),
    discountCodes: order.discountCodes.map(({ code }) => ({ code })),
    discountAllocations: [],
    attributes: order.customAttributes,
    note: order.note,
  };
}
