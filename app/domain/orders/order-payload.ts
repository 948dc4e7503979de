import { z } from "zod";
import { CountryCode, CurrencyCode, Decimal, parseRecord, recordMinor, RestId, Timestamp } from "../sync/shopify-fields";
import { customerKeyOf, isGuestKey } from "./customer-key";
import { GIFT_READINGS } from "./gift-reading";
import type { MirroredLine, MirroredOrder, MirroredRefundLine } from "./mirrored-order";
import { mergeRefundLines } from "./mirrored-order";

const Address = z.object({ country_code: CountryCode }).nullish();

const RefundLine = z.object({
  line_item_id: RestId,
  quantity: z.int().nonnegative(),
  subtotal: Decimal.optional(),
  subtotal_set: z.object({ shop_money: z.object({ amount: z.string() }) }).nullish(),
});

const Refund = z.object({
  id: RestId,
  order_id: RestId.nullish(),
  created_at: Timestamp,
  processed_at: Timestamp.nullish(),
  refund_line_items: z.array(RefundLine).default([]),
});
type Refund = z.infer<typeof Refund>;

const Line = z.object({
  id: RestId,
  product_id: RestId.nullish(),
  variant_id: RestId.nullish(),
  title: z.string(),
  quantity: z.int().nonnegative(),
  current_quantity: z.int().nonnegative().optional(),
  price: Decimal,
  discount_allocations: z.array(z.object({ amount: Decimal })).default([]),
  /** In the shop's currency. */
  tax_lines: z.array(z.object({ price: Decimal })).optional(),
});

const OrderPayload = z.object({
  id: RestId,
  name: z.string(),
  checkout_token: z.string().nullish(),
  customer: z.object({ id: RestId }).nullish(),
  /** Put there by `minimise` in place of an e-mail. */
  guest_key: z.string().refine(isGuestKey, "Not a guest's key").nullish(),
  /** Put there by `minimise` in place of names, notes and attributes. */
  gift: z.enum(GIFT_READINGS).default("unknown"),
  /** Put there by `minimise` in place of attributes: what Encore signed, by line. */
  claims: z.array(z.object({ line_id: RestId, claim: z.string() })).default([]),
  currency: CurrencyCode,
  shipping_address: Address,
  billing_address: Address,
  source_name: z.string().nullish(),
  payment_gateway_names: z.array(z.string()).default([]),
  discount_codes: z.array(z.object({ code: z.string() })).default([]),
  subtotal_price: Decimal,
  total_price: Decimal,
  financial_status: z.string().nullish(),
  taxes_included: z.boolean().nullish(),
  test: z.boolean().default(false),
  created_at: Timestamp,
  processed_at: Timestamp.nullish(),
  cancelled_at: Timestamp.nullish(),
  updated_at: Timestamp,
  line_items: z.array(Line),
  refunds: z.array(Refund).default([]),
});

/** An order from a minimised webhook payload of orders/create, updated or cancelled; throws a RecordError. */
export function parseOrderPayload(payload: unknown): MirroredOrder {
  const order = parseRecord("order", OrderPayload, payload);
  const minor = (field: string, decimal: string) => recordMinor("order", field, decimal, order.currency);
  return {
    id: order.id,
    name: order.name,
    checkoutToken: order.checkout_token ?? null,
    customerKey: order.customer ? customerKeyOf({ customerId: order.customer.id }) : (order.guest_key ?? null),
    guestKey: order.guest_key ?? null,
    gift: order.gift,
    currency: order.currency,
    countryCode: order.shipping_address?.country_code ?? order.billing_address?.country_code ?? null,
    sourceName: order.source_name ?? "",
    gateways: order.payment_gateway_names,
    discountCodes: order.discount_codes.map(({ code }) => code).filter((code) => code !== ""),
    subtotalMinor: minor("subtotal_price", order.subtotal_price),
    totalMinor: minor("total_price", order.total_price),
    financialStatus: order.financial_status ?? "",
    taxesIncluded: order.taxes_included ?? null,
    test: order.test,
    processedAt: order.processed_at ?? order.created_at,
    cancelledAt: order.cancelled_at ?? null,
    sourceAt: order.updated_at,
    lines: order.line_items.map((line, index) => {
      const claim = order.claims.find(({ line_id: lineId }) => lineId === line.id)?.claim;
      return { ...lineOf(line, `line_items.${index}`, minor), ...(claim === undefined ? {} : { claim }) };
    }),
    refundLines: mergeRefundLines(order.refunds.flatMap((refund, index) => refundLinesOf(refund, `refunds.${index}.`, order.currency))),
  };
}

/** A refund from the payload of refunds/create, whose currency is the order's; throws a RecordError. */
export function parseRefundPayload(payload: unknown, currency: string): { refundId: number; orderId: number; lines: MirroredRefundLine[] } {
  const refund = parseRecord("refund", Refund.extend({ order_id: RestId }), payload);
  return { refundId: refund.id, orderId: refund.order_id, lines: mergeRefundLines(refundLinesOf(refund, "", currency)) };
}

function lineOf(line: z.infer<typeof Line>, path: string, minor: (field: string, decimal: string) => number): MirroredLine {
  const unitMinor = minor(`${path}.price`, line.price);
  let totalMinor = unitMinor * line.quantity;
  line.discount_allocations.forEach(({ amount }, index) => {
    totalMinor -= minor(`${path}.discount_allocations.${index}.amount`, amount);
  });
  return {
    id: line.id,
    productId: line.product_id ?? null,
    variantId: line.variant_id ?? null,
    title: line.title,
    quantity: line.quantity,
    currentQuantity: line.current_quantity ?? line.quantity,
    unitMinor,
    totalMinor,
    taxMinor: line.tax_lines?.reduce((sum, { price }, index) => sum + minor(`${path}.tax_lines.${index}.price`, price), 0) ?? null,
  };
}

function refundLinesOf(refund: Refund, path: string, currency: string): MirroredRefundLine[] {
  return refund.refund_line_items.map((line, index) => ({
    refundId: refund.id,
    lineId: line.line_item_id,
    quantity: line.quantity,
    subtotalMinor: recordMinor("refund", `${path}refund_line_items.${index}.subtotal`, line.subtotal_set?.shop_money.amount ?? line.subtotal ?? "", currency),
    refundedAt: refund.processed_at ?? refund.created_at,
  }));
}
