import { countryName } from "../../store/country-name";
import { gid } from "../../store/ids";
import { formatFixed } from "../../store/money";
import type { Address, DiscountAllocation, Order, OrderLine, Shop } from "../../store/model";
import { taxOn, taxTitle } from "../../store/tax";
import { currentTotals, editedTotals, financialStatus, lineNet, outstandingAmount } from "../../store/totals";
import { customerPayload } from "./customer-payload";
import { restTime } from "./dates";
import { refundPayload } from "./refund-payload";

/** Shopify's amount in shop and presentment currency, which are the same here. */
export function priceSet(amount: number, currency: string): Record<string, unknown> {
  const money = { amount: formatFixed(amount, currency), currency_code: currency };
  return { shop_money: money, presentment_money: money };
}

/** An order as orders/* webhooks carry it, personal data included. */
export function orderPayload(shop: Shop, order: Order): Record<string, unknown> {
  const money = (amount: number) => formatFixed(amount, order.currency);
  const set = (amount: number) => priceSet(amount, order.currency);
  const time = (at: number) => restTime(at, shop.timezone);
  const edited = editedTotals(order);
  const current = currentTotals(order);
  const applications = applicationsOf(order);
  const customer = order.customerId === null ? undefined : shop.customers.get(order.customerId);
  const taxLines = (amount: number) => (amount === 0 ? [] : [{ price: money(amount), rate: order.taxRate, title: taxTitle(order.countryCode), price_set: set(amount), channel_liable: false }]);
  return {
    id: order.id,
    admin_graphql_api_id: gid("Order", order.id),
    app_id: 580_111,
    browser_ip: "127.0.0.1",
    buyer_accepts_marketing: false,
    cancel_reason: order.cancelReason,
    cancelled_at: order.cancelledAt === null ? null : time(order.cancelledAt),
    cart_token: order.cartToken,
    checkout_id: null,
    checkout_token: order.checkoutToken,
    client_details: { accept_language: order.locale, browser_height: null, browser_ip: "127.0.0.1", browser_width: null, session_hash: null, user_agent: "Mozilla/5.0" },
    closed_at: null,
    confirmation_number: confirmationNumber(order),
    confirmed: true,
    contact_email: order.email,
    created_at: time(order.createdAt),
    currency: order.currency,
    current_shipping_price_set: set(current.shipping),
    current_subtotal_price: money(current.subtotal),
    current_subtotal_price_set: set(current.subtotal),
    current_total_additional_fees_set: null,
    current_total_discounts: money(current.discounts),
    current_total_discounts_set: set(current.discounts),
    current_total_duties_set: null,
    current_total_price: money(current.total),
    current_total_price_set: set(current.total),
    current_total_tax: money(current.tax),
    current_total_tax_set: set(current.tax),
    customer_locale: order.locale,
    device_id: null,
    discount_codes: order.discountCodes.map((code) => ({ code: code.code, amount: money(codeAmount(order, code.code)), type: code.valueType })),
    duties_included: false,
    email: order.email,
    estimated_taxes: false,
    financial_status: financialStatus(order),
    fulfillment_status: order.fulfilled ? "fulfilled" : null,
    landing_site: "/",
    landing_site_ref: null,
    location_id: null,
    merchant_business_entity_id: null,
    merchant_of_record_app_id: null,
    name: order.name,
    note: order.note,
    note_attributes: order.customAttributes.map(({ key, value }) => ({ name: key, value })),
    number: order.number - 1000,
    order_number: order.number,
    order_status_url: `https://${shop.domain}/${shop.id}/orders/${order.checkoutToken ?? order.id}/authenticate`,
    original_total_additional_fees_set: null,
    original_total_duties_set: null,
    payment_gateway_names: [order.transactions[0]?.gateway ?? "shopify_payments"],
    phone: null,
    po_number: null,
    presentment_currency: order.currency,
    processed_at: time(order.createdAt),
    reference: null,
    referring_site: "",
    source_identifier: null,
    source_name: order.sourceName,
    source_url: null,
    subtotal_price: money(edited.subtotal),
    subtotal_price_set: set(edited.subtotal),
    tags: order.tags.join(", "),
    tax_exempt: false,
    tax_lines: taxLines(edited.tax),
    taxes_included: order.taxesIncluded,
    test: false,
    token: order.checkoutToken ?? String(order.id),
    total_cash_rounding_payment_adjustment_set: set(0),
    total_cash_rounding_refund_adjustment_set: set(0),
    total_discounts: money(edited.discounts),
    total_discounts_set: set(edited.discounts),
    total_line_items_price: money(edited.subtotal + edited.discounts),
    total_line_items_price_set: set(edited.subtotal + edited.discounts),
    total_outstanding: money(outstandingAmount(order)),
    total_price: money(edited.total),
    total_price_set: set(edited.total),
    total_shipping_price_set: set(edited.shipping),
    total_tax: money(edited.tax),
    total_tax_set: set(edited.tax),
    total_tip_received: "0.00",
    total_weight: 0,
    updated_at: time(order.updatedAt),
    user_id: null,
    billing_address: addressPayload(order.billingAddress ?? order.address, order.countryCode),
    customer: customer ? customerPayload(shop, customer) : null,
    discount_applications: applications.map(({ discount, allocation }) => ({
      target_type: "line_item",
      type: discount.kind === "code" ? "discount_code" : discount.kind,
      value: discount.valueType === "percentage" ? discount.value.toFixed(1) : money(discount.value),
      value_type: discount.valueType,
      allocation_method: allocation,
      target_selection: discount.kind === "code" ? "all" : "explicit",
      ...(discount.kind === "code" ? { code: discount.code } : { title: discount.title, description: discount.title }),
    })),
    fulfillments: [],
    line_items: order.lines.map((line) => linePayload(shop, order, line, applications.map(({ discount }) => discount))),
    payment_terms: null,
    refunds: order.refunds.map((refund) => refundPayload(shop, order, refund)),
    shipping_address: addressPayload(order.address, order.countryCode),
    shipping_lines: order.shippingLines.map((line) => ({
      id: line.id,
      carrier_identifier: null,
      code: line.title,
      current_discounted_price_set: set(line.price),
      discounted_price: money(line.price),
      discounted_price_set: set(line.price),
      is_removed: false,
      phone: null,
      price: money(line.price),
      price_set: set(line.price),
      requested_fulfillment_service_id: null,
      source: "shopify",
      title: line.title,
      tax_lines: taxLines(taxOn(line.price, order.taxRate, order.taxesIncluded)),
      discount_allocations: [],
    })),
    returns: [],
    line_item_groups: [],
  };
}

/** A line of an order as webhooks carry it; discount allocations point into the order's discount_applications. */
export function linePayload(shop: Shop, order: Order, line: OrderLine, applications: readonly DiscountAllocation[]): Record<string, unknown> {
  const money = (amount: number) => formatFixed(amount, order.currency);
  const set = (amount: number) => priceSet(amount, order.currency);
  const tax = taxOn(lineNet(line), order.taxRate, order.taxesIncluded);
  return {
    id: line.id,
    admin_graphql_api_id: gid("LineItem", line.id),
    attributed_staffs: [],
    current_quantity: line.currentQuantity,
    fulfillable_quantity: order.fulfilled ? 0 : line.currentQuantity,
    fulfillment_service: "manual",
    fulfillment_status: order.fulfilled ? "fulfilled" : null,
    gift_card: shop.products.get(line.productId)?.isGiftCard ?? false,
    grams: 0,
    name: line.variantTitle ? `${line.title} - ${line.variantTitle}` : line.title,
    price: money(line.unitPrice),
    price_set: set(line.unitPrice),
    product_exists: shop.products.has(line.productId),
    product_id: shop.products.has(line.productId) ? line.productId : null,
    properties: (line.properties ?? []).map(({ key, value }) => ({ name: key, value })),
    quantity: line.quantity,
    requires_shipping: true,
    sales_line_item_group_id: null,
    sku: line.sku,
    taxable: true,
    title: line.title,
    total_discount: money(0),
    total_discount_set: set(0),
    variant_id: shop.variants.has(line.variantId) ? line.variantId : null,
    variant_inventory_management: "shopify",
    variant_title: line.variantTitle || null,
    vendor: line.vendor,
    tax_lines: tax === 0 ? [] : [{ channel_liable: false, price: money(tax), price_set: set(tax), rate: order.taxRate, title: taxTitle(order.countryCode) }],
    duties: [],
    discount_allocations: line.discounts.map((discount) => ({
      amount: money(discount.amount),
      amount_set: set(discount.amount),
      discount_application_index: applications.findIndex((known) => sameApplication(known, discount)),
    })),
  };
}

interface Application {
  discount: DiscountAllocation;
  allocation: "across" | "each";
}

/** Each code once, each manual discount once per line it was put on. */
function applicationsOf(order: Order): Application[] {
  const applications: Application[] = [];
  for (const line of order.lines) {
    for (const discount of line.discounts) {
      if (applications.some((known) => sameApplication(known.discount, discount))) continue;
      applications.push({ discount, allocation: discount.kind === "code" ? "across" : "each" });
    }
  }
  return applications;
}

function sameApplication(one: DiscountAllocation, other: DiscountAllocation): boolean {
  return one === other || (one.kind === "code" && other.kind === "code" && one.code === other.code);
}

function codeAmount(order: Order, code: string): number {
  return order.lines.flatMap(({ discounts }) => discounts).reduce((sum, discount) => sum + (discount.code === code ? discount.amount : 0), 0);
}

function confirmationNumber(order: Order): string {
  return (order.checkoutToken ?? String(order.id)).slice(0, 9).toUpperCase();
}

function addressPayload(address: Address | null, countryCode: string): Record<string, unknown> | null {
  if (!address) return countryCode === "" ? null : { country_code: countryCode };
  return {
    first_name: address.firstName,
    last_name: address.lastName,
    name: `${address.firstName} ${address.lastName}`.trim(),
    company: null,
    address1: address.address1,
    address2: null,
    city: address.city,
    zip: address.zip,
    province: null,
    province_code: null,
    phone: null,
    country: countryName(address.countryCode),
    country_code: address.countryCode,
    latitude: null,
    longitude: null,
  };
}
