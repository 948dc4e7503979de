import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseOrderPayload } from "../orders/order-payload";
import { minimise, shopOf } from "./minimise";
import { TOPICS } from "./topics";

const guestKeyOf = (email: string) => `g:${[...email].reduce((hash, letter) => (hash * 31 + letter.charCodeAt(0)) % 99_999_989, 7).toString(16).padStart(32, "0")}`;

function buildPayload(over: Record<string, unknown> = {}) {
  return {
    id: 820982911946154500 % 2 ** 50, name: "#1001", email: "Ann@Example.com", phone: "+44 1", note: "leave with Bob", browser_ip: "10.0.0.1",
    client_details: { user_agent: "Mozilla", browser_ip: "10.0.0.1" }, note_attributes: [{ name: "gift for", value: "Bob" }],
    checkout_token: "4207896aad57dfb159", customer: null, currency: "GBP", order_status_url: "https://shop/authenticate?key=secret",
    shipping_address: { first_name: "Ann", address1: "1 High Street", city: "Leeds", zip: "LS1", country_code: "GB", latitude: 53.8 },
    source_name: "web", payment_gateway_names: ["shopify_payments"], discount_codes: [{ code: "SPRING", amount: "1.00", type: "fixed_amount" }],
    subtotal_price: "19.00", total_price: "22.95", financial_status: "paid", test: false,
    created_at: "2026-11-21T09:00:00Z", processed_at: "2026-11-21T09:00:01+01:00", cancelled_at: null, updated_at: "2026-11-21T09:00:02Z",
    line_items: [{ id: 1, product_id: 2, variant_id: 3, title: "Mug", quantity: 2, current_quantity: 2, price: "10.00", discount_allocations: [{ amount: "1.00" }], properties: [{ name: "Engraving", value: "Bob" }] }],
    refunds: [], ...over,
  };
}

test("keeps of an order what the mirror needs, and a guest's key in place of the e-mail", () => {
  const kept = minimise("orders/create", buildPayload(), guestKeyOf);
  expect(kept["guest_key"]).toBe(guestKeyOf("ann@example.com"));
  expect(kept["shipping_address"]).toEqual({ country_code: "GB" });
  expect(parseOrderPayload(kept)).toMatchObject({ name: "#1001", countryCode: "GB", customerKey: guestKeyOf("ann@example.com"), lines: [{ totalMinor: 1900 }] });
  expect(JSON.stringify(kept)).not.toMatch(/ann|bob|leeds|high|10\.0\.0|mozilla|secret|ls1|\+44/i);
});

test("keeps beside a customer's id the key that they have as a guest, for an opt-out to be carried over", () => {
  const kept = minimise("orders/updated", buildPayload({ customer: { id: 7, email: "ann@example.com", first_name: "Ann" } }), guestKeyOf);
  expect(kept["customer"]).toEqual({ id: 7 });
  expect(kept["guest_key"]).toBe(guestKeyOf("ann@example.com"));
});

test("takes the key from the first e-mail that is given", () => {
  const kept = minimise("orders/updated", buildPayload({ email: "", contact_email: null, customer: { id: 7, email: "ann@example.com" } }), guestKeyOf);
  expect(kept["guest_key"]).toBe(guestKeyOf("ann@example.com"));
});

describe("of names, notes and attributes, what they say of a gift is kept and nothing else:", () => {
  const ann = { first_name: "Ann", last_name: "Smith" };
  const plain = { note: null, note_attributes: [], shipping_address: ann, billing_address: ann, line_items: [] };
  const line = (over: Record<string, unknown>) => ({ line_items: [{ id: 1, title: "Mug", quantity: 1, price: "1.00", properties: [], ...over }] });
  test.each<[string, Record<string, unknown>, string]>([
    ["no sign", {}, "none"],
    ["a parcel to another name", { shipping_address: { first_name: "Bob", last_name: "Jones" } }, "likely"],
    ["a parcel within the family", { shipping_address: { first_name: "Bob", last_name: "Smith" } }, "none"],
    ["names withheld", { shipping_address: { first_name: null, last_name: null }, billing_address: null }, "unknown"],
    ["a note", { note: "It is a gift for Bob" }, "likely"],
    ["a note on delivery", { note: "Leave with Bob" }, "none"],
    ["an attribute", { note_attributes: [{ name: "gift_message", value: "Dear Bob" }] }, "certain"],
    ["a wrap among the lines", line({ title: "Gift wrapping" }), "certain"],
    ["a wrap chosen for a line", line({ properties: [{ name: "Packaging", value: "Gift wrap" }] }), "certain"],
    ["a wrap not chosen", line({ properties: [{ name: "Gift wrap", value: "No" }] }), "none"],
    ["a line's attribute", line({ properties: [{ name: "Is this a gift?", value: true }] }), "certain"],
    ["another kind of value everywhere", { note: 5, note_attributes: "gift", shipping_address: "Bob", billing_address: [ann], line_items: { title: "Gift wrap" } }, "unknown"],
  ])("%s", (_case, over, gift) => {
    const kept = minimise("orders/updated", buildPayload({ ...plain, ...over }), guestKeyOf);
    expect(kept["gift"]).toBe(gift);
    expect(JSON.stringify(kept)).not.toMatch(/bob|ann|smith|jones/i);
  });
});

test("a gift is not taken from outside", () => {
  expect(minimise("orders/create", { id: 1, gift: "Ann Smith" }, guestKeyOf)).toEqual({ id: 1, gift: "unknown" });
});

test("does not take a guest key from outside", () => {
  expect(minimise("orders/create", buildPayload({ email: null, guest_key: "g:forged" }), guestKeyOf)).not.toHaveProperty("guest_key");
});

test.each(["customers/redact", "customers/data_request"])("%s keeps the id and the key that earlier guest orders may have", (topic) => {
  const payload = { shop_id: 1, shop_domain: "a.myshopify.com", customer: { id: 7, email: "Ann@example.com", phone: "1" }, orders_to_redact: [5], orders_requested: [5] };
  expect(minimise(topic, payload, guestKeyOf)).toMatchObject({ customer: { id: 7 }, guest_key: guestKeyOf("ann@example.com") });
});

test.each([["orders/paid", { id: 1 }], ["refunds/create", { gift: "certain" }], ["orders/create", null], ["orders/create", "text"], ["orders/create", [1]]])("keeps nothing of %s %j", (topic, payload) => {
  expect(minimise(topic, payload, guestKeyOf)).toEqual({});
});

test("drops values of another kind than the field's", () => {
  const kept = minimise("orders/create", buildPayload({ id: "Ann", total_price: "Ann", checkout_token: "ann@example.com", test: "Ann", line_items: { Ann: 1 }, updated_at: "Ann" }), guestKeyOf);
  expect(JSON.stringify(kept)).not.toContain("Ann");
  expect(kept).not.toHaveProperty("checkout_token");
});

test("lists keep what fits, in order", () => {
  const refunds = [null, { id: 1, note: "Ann" }, "Ann", { id: 2, refund_line_items: [null, { line_item_id: 3, quantity: 1, subtotal: 9.5 }] }];
  expect(minimise("orders/updated", buildPayload({ refunds }), guestKeyOf)["refunds"]).toEqual([{ id: 1 }, { id: 2, refund_line_items: [{ line_item_id: 3, quantity: 1, subtotal: 9.5 }] }]);
});

test("a payload with __proto__ changes no object", () => {
  const payload: unknown = JSON.parse('{"__proto__":{"polluted":true},"id":1,"customer":{"__proto__":{"id":9}}}');
  const kept = minimise("orders/create", payload, guestKeyOf);
  expect(kept).toEqual({ id: 1, customer: {}, gift: "unknown" });
  expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
});

test("nothing personal survives wherever a payload holds it, in any topic", () => {
  const personal = fc.constantFrom("Ann Seeded", "seeded@example.com", "+44 7700 900123 seeded", "1 Seeded Street");
  // The fields that hold free text of the shop's own (title, tags, discount code, ...) are left out; all other places are fair game.
  const field = fc.constantFrom("id", "email", "note", "first_name", "customer", "shipping_address", "billing_address", "country_code", "line_items", "properties", "refunds", "checkout_token",
    "order_edit", "financial_status", "updated_at", "total_price", "subtotal_set", "shop_money", "amount", "current", "error_code", "browser_ip", "src", "image", "images", "variants", "admin_graphql_api_id", "unheard_of");
  const { payload } = fc.letrec((tie) => ({
    value: fc.oneof({ maxDepth: 5 }, personal, fc.integer(), fc.constant(null), fc.array(tie("value"), { maxLength: 3 }), tie("payload")),
    payload: fc.dictionary(field, tie("value"), { maxKeys: 8 }),
  }));
  fc.assert(fc.property(fc.constantFrom(...TOPICS), payload, (topic, body) => {
    const kept = JSON.stringify(minimise(topic, body, guestKeyOf));
    expect(kept).not.toMatch(/seeded/i);
  }), { numRuns: 1_000 });
});

describe("shopOf", () => {
  test.each([
    ["app/uninstalled", { myshopify_domain: "A.myshopify.com", domain: "shop.example" }, "a.myshopify.com"],
    ["shop/update", { myshopify_domain: "a.myshopify.com" }, "a.myshopify.com"],
    ["shop/redact", { shop_id: 1, shop_domain: "a.myshopify.com" }, "a.myshopify.com"],
    ["customers/redact", { shop_domain: "a.myshopify.com" }, "a.myshopify.com"],
    ["customers/data_request", { shop_domain: "a.myshopify.com" }, "a.myshopify.com"],
    ["orders/create", { shop_domain: "a.myshopify.com" }, null],
    ["shop/redact", { shop_domain: 5 }, null],
    ["shop/redact", null, null],
  ])("%s %j names %s", (topic, payload, shop) => {
    expect(shopOf(topic, payload)).toBe(shop);
  });
});
