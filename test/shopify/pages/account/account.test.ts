import { afterAll, beforeAll, expect, test } from "vitest";
import { createLocalShopify } from "../../create-local-shopify";
import type { LocalShopify } from "../../create-local-shopify";
import type { Customer, Order, Shop } from "../../store/model";
import { AdjustableClock } from "../../store/clock";
import { LoginCodes } from "./login-codes";
import { safeReturn } from "./login-routes";

let shopify: LocalShopify;
let shop: Shop;
let customer: Customer;
let order: Order;

beforeAll(async () => {
  shopify = await createLocalShopify();
  shop = shopify.control.createShop({ handle: "accounts", install: true, products: [{ title: "Vase", variants: [{ price: 1000, inventoryQuantity: 50 }] }] });
  customer = shopify.control.createCustomer({ shop: shop.domain, customer: { email: "known@example.com" } });
  order = shopify.control.placeOrder({ shop: shop.domain, lines: [{ variantId: [...shop.variants.keys()][0] ?? 0, quantity: 1 }], email: customer.email });
});
afterAll(() => shopify.close());

const open = (path: string, cookie = "") => fetch(`${shopify.origin}${path}`, { headers: { cookie }, redirect: "manual" });

test("every link to a placement opens", async () => {
  const links = (await (await fetch(`${shopify.origin}/_local/shops/accounts/links`)).json()) as { name: string; url: string }[];
  expect(links.map(({ name }) => name)).toEqual(expect.arrayContaining(["Product page", "Checkout", "Thank-you page", "Order status", "Customer account", "Order e-mail", "Packing slip", "Flow"]));
  for (const { name, url } of links) expect([name, (await fetch(url)).status]).toEqual([name, 200]);
});

test.each([
  ["its own customer", () => `account-accounts=${customer.id}`, 200],
  ["somebody else", () => "account-accounts=999", 303],
  ["nobody", () => "", 303],
])("an order without its key is shown to %s: %s", async (_who, cookie, status) => {
  expect((await open(`/account/accounts/orders/${order.id}`, cookie())).status).toBe(status);
});

test("an order's block answers nobody who may not see the order", async () => {
  const call = (query: string) => fetch(`${shopify.origin}/account/accounts/extension-call?order=${order.id}${query}`, {
    method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify({ handle: "x", target: "customer-account.order-status.block.render", call: "sessionToken.get", args: [] }),
  });
  expect((await call("")).status).toBe(404);
  expect((await call("&key=guessed")).status).toBe(404);
});

test.each([
  ["/account/accounts/profile", "/account/accounts/profile"],
  ["/checkout/abc", "/checkout/abc"],
  ["/account/other/profile", "/account/accounts/orders"],
  ["https://evil.example/", "/account/accounts/orders"],
  ["/account/accounts//evil.example", "/account/accounts/orders"],
  ["/\\evil.example", "/account/accounts/orders"],
])("a login that began at %s leads back to %s", (path, back) => {
  expect(safeReturn(shop, path)).toBe(back);
});

test("a code is good for one login, five tries and a quarter of an hour", () => {
  const clock = new AdjustableClock();
  const codes = new LoginCodes(clock);
  const code = codes.issue("a", "x@example.com");
  expect(codes.redeem("b", "x@example.com", code)).toBe(false);
  expect([codes.redeem("a", "x@example.com", code), codes.redeem("a", "x@example.com", code)]).toEqual([true, false]);
  const guessed = codes.issue("a", "x@example.com");
  const wrong = guessed === "000000" ? "111111" : "000000";
  for (let tries = 0; tries < 5; tries += 1) codes.redeem("a", "x@example.com", wrong);
  expect(codes.redeem("a", "x@example.com", guessed)).toBe(false);
  const late = codes.issue("a", "x@example.com");
  clock.advance(16 * 60 * 1000);
  expect(codes.redeem("a", "x@example.com", late)).toBe(false);
});
