import { z } from "zod";
import { CountryCode, CurrencyCode, gid, nodes, parseRecord, recordMinor, ShopMoney, Timestamp } from "../sync/shopify-fields";
import { customerKeyOf, guestKeyFor } from "./customer-key";
import type { GuestKeyOf } from "./customer-key";
import { readGift } from "./gift-reading";
import { claimsOfLines } from "./line-claims";
import type { MirroredLine, MirroredOrder } from "./mirrored-order";
import { mergeRefundLines } from "./mirrored-order";

const Attributes = z.array(z.object({ key: z.string(), value: z.string().nullish() })).transform((list) => list.map(({ key, value }) => ({ name: key, value: value ?? "" })));

const Line = z.object({
  id: gid("LineItem"),
  product: z.object({ id: gid("Product") }).nullish(),
  variant: z.object({ id: gid("ProductVariant") }).nullish(),
  title: z.string(),
  quantity: z.int().nonnegative(),
  currentQuantity: z.int().nonnegative(),
  originalUnitPriceSet: ShopMoney,
  discountAllocations: z.array(z.object({ allocatedAmountSet: ShopMoney })).default([]),
  taxLines: z.array(z.object({ priceSet: ShopMoney })).optional(),
  customAttributes: Attributes.default([]),
});

const Refund = z.object({
  id: gid("Refund"),
  createdAt: Timestamp.nullish(),
  processedAt: Timestamp.nullish(),
  /** Left out where only the refund itself was asked for. */
  refundLineItems: nodes(z.object({ lineItem: z.object({ id: gid("LineItem") }), quantity: z.int().nonnegative(), subtotalSet: ShopMoney })).default([]),
});

const Address = z.object({ countryCodeV2: CountryCode, firstName: z.string().nullish(), lastName: z.string().nullish() }).nullish();

const OrderNode = z.object({
  id: gid("Order"),
  name: z.string(),
  checkoutToken: z.string().nullish(),
  customer: z.object({ id: gid("Customer") }).nullish(),
  email: z.string().nullish(),
  currencyCode: CurrencyCode,
  shippingAddress: Address,
  billingAddress: Address,
  note: z.string().nullish(),
  customAttributes: Attributes.nullish(),
  sourceName: z.string().nullish(),
  paymentGatewayNames: z.array(z.string()).default([]),
  discountCodes: z.array(z.string()).default([]),
  subtotalPriceSet: ShopMoney.nullish(),
  totalPriceSet: ShopMoney,
  displayFinancialStatus: z.string().nullish(),
  taxesIncluded: z.boolean().nullish(),
  test: z.boolean().default(false),
  createdAt: Timestamp,
  processedAt: Timestamp.nullish(),
  cancelledAt: Timestamp.nullish(),
  updatedAt: Timestamp,
  lineItems: nodes(Line),
  /** A bulk operation cannot carry refunds' lines (a connection inside a list); orders with refunds are read one by one. */
  refunds: z.array(Refund).default([]),
});

/**
 * An order from a GraphQL node, or from the lines of a bulk result put together in the same shape (`lineItems.nodes`);
 * the same record as the webhook's. The e-mail is hashed, and names, notes and
 * attributes are read for signs of a gift; all of them are forgotten here. Throws a RecordError.
 */
export function parseOrderNode(node: unknown, guestKeyOf: GuestKeyOf): MirroredOrder {
  const order = parseRecord("order", OrderNode, node);
  const minor = (field: string, decimal: string) => recordMinor("order", field, decimal, order.currencyCode);
  return {
    id: order.id,
    name: order.name,
    checkoutToken: order.checkoutToken ?? null,
    customerKey: order.customer ? customerKeyOf({ customerId: order.customer.id }) : guestKeyFor(order.email, guestKeyOf),
    guestKey: guestKeyFor(order.email, guestKeyOf),
    gift: readGift({
      shipping: nameOf(order.shippingAddress), billing: nameOf(order.billingAddress), note: order.note === undefined ? null : (order.note ?? ""), attributes: order.customAttributes ?? null,
      lines: order.lineItems.map(({ title, customAttributes }) => ({ title, attributes: customAttributes })),
    }),
    currency: order.currencyCode,
    countryCode: order.shippingAddress?.countryCodeV2 ?? order.billingAddress?.countryCodeV2 ?? null,
    sourceName: order.sourceName ?? "",
    gateways: order.paymentGatewayNames,
    discountCodes: order.discountCodes.filter((code) => code !== ""),
    subtotalMinor: minor("subtotalPriceSet", order.subtotalPriceSet ?? "0"),
    totalMinor: minor("totalPriceSet", order.totalPriceSet),
    financialStatus: (order.displayFinancialStatus ?? "").toLowerCase(),
    taxesIncluded: order.taxesIncluded ?? null,
    test: order.test,
    processedAt: order.processedAt ?? order.createdAt,
    cancelledAt: order.cancelledAt ?? null,
    sourceAt: order.updatedAt,
    lines: withClaims(order.lineItems.map((line, index) => lineOf(line, `lineItems.${index}`, minor)), order),
    refundLines: mergeRefundLines(order.refunds.flatMap((refund) => refund.refundLineItems.map((line) => ({
      refundId: refund.id,
      lineId: line.lineItem.id,
      quantity: line.quantity,
      subtotalMinor: minor("refunds.refundLineItems.subtotalSet", line.subtotalSet),
      refundedAt: refund.processedAt ?? refund.createdAt ?? order.updatedAt,
    })))),
  };
}

/** Shopify withholds names from apps that are not approved for them: then the address says nothing. */
function nameOf(address: z.infer<typeof Address>) {
  return address ? { firstName: address.firstName ?? null, lastName: address.lastName ?? null } : null;
}

function withClaims(lines: MirroredLine[], { lineItems, customAttributes }: z.infer<typeof OrderNode>): MirroredLine[] {
  const marked = lineItems.map(({ id, variant, customAttributes: attributes }) => ({ id, variantId: variant?.id ?? null, attributes }));
  const claims = claimsOfLines(marked, customAttributes ?? []);
  return lines.map((line) => {
    const claim = claims.get(line.id);
    return claim === undefined ? line : { ...line, claim };
  });
}

function lineOf(line: z.infer<typeof Line>, path: string, minor: (field: string, decimal: string) => number): MirroredLine {
  const unitMinor = minor(`${path}.originalUnitPriceSet`, line.originalUnitPriceSet);
  const off = line.discountAllocations.reduce((sum, { allocatedAmountSet }) => sum + minor(`${path}.discountAllocations`, allocatedAmountSet), 0);
  return {
    id: line.id,
    productId: line.product?.id ?? null,
    variantId: line.variant?.id ?? null,
    title: line.title,
    quantity: line.quantity,
    currentQuantity: line.currentQuantity,
    unitMinor,
    totalMinor: unitMinor * line.quantity - off,
    taxMinor: line.taxLines?.reduce((sum, { priceSet }) => sum + minor(`${path}.taxLines`, priceSet), 0) ?? null,
  };
}
