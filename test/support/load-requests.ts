import { createHmac, randomUUID } from "node:crypto";
import { apiSecret } from "./app-environment";

/** An order of 12 lines as Shopify sends it, about 7 KB. */
export function orderWebhookBody(id = 5_500_000): string {
  const money = (amount: string) => ({ shop_money: { amount, currency_code: "GBP" }, presentment_money: { amount, currency_code: "GBP" } });
  const lines = Array.from({ length: 12 }, (_, index) => ({
    id: id * 100 + index, product_id: 8_000 + index, variant_id: 42_000 + index, title: `Hanging heart ${String(index)}`, quantity: 2,
    current_quantity: 2, price: "2.55", price_set: money("2.55"), total_discount_set: money("0.00"), discount_allocations: [], vendor: "Potter", sku: `S${String(index)}`,
  }));
  return JSON.stringify({
    id, name: "#1001", email: "ann@example.com", note: "ring twice", checkout_token: `a1b2c3-${String(id)}`, currency: "GBP", customer: { id: 77, email: "ann@example.com", first_name: "Ann" },
    shipping_address: { name: "Ann", address1: "1 High Street", city: "Leeds", zip: "LS1", country_code: "GB" }, source_name: "web", payment_gateway_names: ["shopify_payments"],
    discount_codes: [], subtotal_price: "61.20", total_price: "65.15", total_price_set: money("65.15"), financial_status: "paid", test: false,
    created_at: "2026-11-21T09:00:00Z", processed_at: "2026-11-21T09:00:00Z", cancelled_at: null, updated_at: "2026-11-21T09:00:02Z", line_items: lines, refunds: [],
  });
}

/** What an order webhook is signed with. */
export function signatureOf(body: string): string {
  return createHmac("sha256", apiSecret).update(body).digest("base64");
}

/** A webhook of a new event unless one is named. */
export function webhookRequest(shop: string, body: string, eventId: string = randomUUID(), signature = signatureOf(body)) {
  return {
    method: "POST" as const, path: "/webhooks", body,
    headers: {
      "content-type": "application/json", "x-shopify-topic": "orders/updated", "x-shopify-shop-domain": shop, "x-shopify-webhook-id": randomUUID(),
      "x-shopify-event-id": eventId, "x-shopify-triggered-at": new Date().toISOString(), "x-shopify-hmac-sha256": signature,
    },
  };
}

/** A call of one of the post-purchase page's endpoints. */
export function purchaseRequest(endpoint: "decision" | "changeset", token: string, body: object = {}) {
  return { method: "POST" as const, path: `/api/post-purchase/${endpoint}`, headers: { authorization: `Bearer ${token}`, "content-type": "application/json" }, body: JSON.stringify(body) };
}
