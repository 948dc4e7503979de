import { describe, expect, test } from "vitest";
import { RecordError } from "../sync/shopify-fields";
import { isUnpaid } from "./mirrored-order";
import { parseOrderNode } from "./order-node";
import { parseOrderPayload, parseRefundPayload } from "./order-payload";

const guestKey = `g:${"ab".repeat(16)}`;

function buildPayload(over: Record<string, unknown> = {}) {
  return {
    id: 11, name: "#1001", checkout_token: "tok", customer: { id: 7 }, currency: "GBP", shipping_address: { country_code: "GB" }, billing_address: { country_code: "DE" },
    source_name: "web", payment_gateway_names: ["shopify_payments"], discount_codes: [{ code: "SPRING" }, { code: "" }], guest_key: guestKey, gift: "likely",
    subtotal_price: "19.00", total_price: "22.95", financial_status: "partially_refunded", taxes_included: true, test: false,
    created_at: "2026-11-21T09:00:00Z", processed_at: "2026-11-21T10:00:00+01:00", cancelled_at: null, updated_at: "2026-11-21T09:05:00Z",
    line_items: [{ id: 21, product_id: 31, variant_id: 41, title: "Mug", quantity: 2, current_quantity: 1, price: "10.00", discount_allocations: [{ amount: "0.60" }, { amount: "0.40" }], tax_lines: [{ price: "3.00" }, { price: "0.17" }] }],
    refunds: [{ id: 51, created_at: "2026-11-21T09:04:00Z", refund_line_items: [{ line_item_id: 21, quantity: 1, subtotal: 9.5 }] }],
    ...over,
  };
}

function buildNode(over: Record<string, unknown> = {}) {
  const money = (amount: string) => ({ shopMoney: { amount, currencyCode: "GBP" } });
  return {
    id: "gid://shopify/Order/11", name: "#1001", checkoutToken: "tok", customer: { id: "gid://shopify/Customer/7" }, email: "ann@example.com", currencyCode: "GBP",
    shippingAddress: { countryCodeV2: "GB", firstName: "Bob", lastName: "Jones" }, billingAddress: { countryCodeV2: "DE", firstName: "Ann", lastName: "Smith" }, note: null, customAttributes: [], sourceName: "web", paymentGatewayNames: ["shopify_payments"], discountCodes: ["SPRING"],
    subtotalPriceSet: money("19.0"), totalPriceSet: money("22.95"), displayFinancialStatus: "PARTIALLY_REFUNDED", taxesIncluded: true, test: false,
    createdAt: "2026-11-21T09:00:00Z", processedAt: "2026-11-21T09:00:00Z", cancelledAt: null, updatedAt: "2026-11-21T09:05:00Z",
    lineItems: { nodes: [{ id: "gid://shopify/LineItem/21", product: { id: "gid://shopify/Product/31" }, variant: { id: "gid://shopify/ProductVariant/41" }, title: "Mug", quantity: 2, currentQuantity: 1,
      originalUnitPriceSet: money("10.0"), discountAllocations: [{ allocatedAmountSet: money("0.6") }, { allocatedAmountSet: money("0.4") }], taxLines: [{ priceSet: money("3.0") }, { priceSet: money("0.17") }] }] },
    refunds: [{ id: "gid://shopify/Refund/51", createdAt: "2026-11-21T09:04:00Z", refundLineItems: { nodes: [{ lineItem: { id: "gid://shopify/LineItem/21" }, quantity: 1, subtotalSet: money("9.5") }] } }],
    ...over,
  };
}

test("a webhook and a node give the same order", () => {
  const fromWebhook = parseOrderPayload(buildPayload());
  expect(parseOrderNode(buildNode(), () => guestKey)).toEqual(fromWebhook);
  expect(fromWebhook).toEqual({
    id: 11, name: "#1001", checkoutToken: "tok", customerKey: "c:7", guestKey, gift: "likely", currency: "GBP", countryCode: "GB", sourceName: "web", gateways: ["shopify_payments"], discountCodes: ["SPRING"],
    subtotalMinor: 1900, totalMinor: 2295, financialStatus: "partially_refunded", taxesIncluded: true, test: false,
    processedAt: new Date("2026-11-21T09:00:00Z"), cancelledAt: null, sourceAt: new Date("2026-11-21T09:05:00Z"),
    lines: [{ id: 21, productId: 31, variantId: 41, title: "Mug", quantity: 2, currentQuantity: 1, unitMinor: 1000, totalMinor: 1900, taxMinor: 317 }],
    refundLines: [{ refundId: 51, lineId: 21, quantity: 1, subtotalMinor: 950, refundedAt: new Date("2026-11-21T09:04:00Z") }],
  });
});

test("a bulk result names refunds without their lines", () => {
  expect(parseOrderNode(buildNode({ refunds: [{ id: "gid://shopify/Refund/51", createdAt: "2026-11-21T09:04:00Z" }] }), () => guestKey).refundLines).toEqual([]);
});

test("knows a guest by the key alone", () => {
  expect(parseOrderPayload(buildPayload({ customer: null, guest_key: guestKey })).customerKey).toBe(guestKey);
  expect(parseOrderNode(buildNode({ customer: null }), (email) => `${guestKey} of ${email}`).customerKey).toBe(`${guestKey} of ann@example.com`);
  expect(parseOrderPayload(buildPayload({ customer: null, guest_key: null })).customerKey).toBeNull();
});

test("what of a node is personal is read for signs of a gift and forgotten", () => {
  const secret = { shippingAddress: { countryCodeV2: "GB", firstName: "Bob", lastName: "Secret" }, note: "a gift for Secret", customAttributes: [{ key: "gift message", value: "Dear Secret" }] };
  const order = parseOrderNode(buildNode(secret), () => guestKey);
  expect(order.gift).toBe("certain");
  expect(JSON.stringify(order)).not.toMatch(/secret|smith|ann@/i);
});

test("names that Shopify withholds say nothing, and are no fault", () => {
  const withheld = { shippingAddress: { countryCodeV2: "GB", firstName: null, lastName: null }, billingAddress: null, email: null };
  expect(parseOrderNode(buildNode(withheld), () => guestKey)).toMatchObject({ gift: "unknown", guestKey: null, countryCode: "GB" });
});

test("an untaxed line owes no tax, and a payload stored before tax was read says nothing of it", () => {
  const [line] = buildPayload().line_items;
  const { tax_lines: _, ...unread } = line ?? {};
  const order = parseOrderPayload(buildPayload({ taxes_included: undefined, line_items: [{ ...line, tax_lines: [] }, { ...unread, id: 22 }] }));
  expect(order.taxesIncluded).toBeNull();
  expect(order.lines.map(({ taxMinor }) => taxMinor)).toEqual([0, null]);
});

test("a payload stored before gifts were read tells nothing of them", () => {
  expect(parseOrderPayload(buildPayload({ gift: undefined })).gift).toBe("unknown");
});

test("a refund that names a line twice is one entry", () => {
  const refund = { id: 51, order_id: 11, created_at: "2026-11-21T09:04:00Z", refund_line_items: [
    { line_item_id: 21, quantity: 1, subtotal: "9.50" }, { line_item_id: 21, quantity: 1, subtotal_set: { shop_money: { amount: "9.50" } }, subtotal: 11.2 }] };
  expect(parseRefundPayload(refund, "GBP")).toMatchObject({ orderId: 11, lines: [{ lineId: 21, quantity: 2, subtotalMinor: 1900 }] });
});

test.each([
  ["no address", { shipping_address: null, billing_address: null }, null],
  ["only a billing address", { shipping_address: null }, "DE"],
  ["an unknown country", { shipping_address: { country_code: "ZZ" }, billing_address: null }, null],
])("country with %s", (_case, over, country) => {
  expect(parseOrderPayload(buildPayload(over)).countryCode).toBe(country);
});

test("counts in the currency's own minor unit", () => {
  const yen = { currency: "JPY", subtotal_price: "1900", total_price: "2295", refunds: [], line_items: [{ id: 21, title: "Mug", quantity: 2, price: "1000" }] };
  expect(parseOrderPayload(buildPayload(yen))).toMatchObject({ totalMinor: 2295, lines: [{ productId: null, currentQuantity: 2, totalMinor: 2000 }] });
});

describe("refuses what it cannot trust and names the field", () => {
  test.each([
    ["currency", { currency: undefined }], ["total_price", { total_price: "1.005" }], ["line_items.0.price", { line_items: [{ id: 1, title: "x", quantity: 1, price: "abc" }] }],
    ["line_items.0.quantity", { line_items: [{ id: 1, title: "x", quantity: 1.5, price: "1" }] }], ["updated_at", { updated_at: "yesterday" }], ["id", { id: "11" }],
    ["customer.id", { customer: { id: 2 ** 60 } }], ["guest_key", { customer: null, guest_key: "ann@example.com" }],
  ])("%s", (field, over) => {
    const fault = catchFault(() => parseOrderPayload(buildPayload(over)));
    expect(fault.field).toBe(field);
    expect(fault.message).not.toMatch(/ann@|abc|yesterday/);
  });

  test("in a node", () => {
    expect(catchFault(() => parseOrderNode(buildNode({ id: "gid://shopify/Product/11" }), () => guestKey)).field).toBe("id");
  });
});

function catchFault(work: () => unknown): RecordError {
  try {
    work();
  } catch (error) {
    if (error instanceof RecordError) return error;
  }
  throw new Error("Expected a RecordError");
}

test.each([["paid", false], ["partially_paid", true], ["pending", true], ["authorized", false], ["refunded", false], ["partially_refunded", false], ["voided", true], ["", false]])("%s is unpaid: %s", (status, unpaid) => {
  expect(isUnpaid(status)).toBe(unpaid);
});
