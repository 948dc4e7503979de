import { afterAll, beforeAll, expect, test } from "vitest";
import { createCheckout } from "../../store/checkouts";
import type { Shop } from "../../store/model";
import { createProduct } from "../../store/products";
import { createShop } from "../../store/shops";
import { startPages } from "../testing/pages-server";
import type { PagesServer } from "../testing/pages-server";

let pages: PagesServer;
let shop: Shop;
let variantId: number;

beforeAll(async () => {
  pages = await startPages();
  const { store } = pages.services;
  shop = createShop(store, { handle: "checked-out", discountCodes: [{ code: "TEN", valueType: "percentage", value: 10 }] });
  variantId = createProduct(store, { shop: shop.domain, product: { title: "Vase", variants: [{ price: 1000, inventoryQuantity: 1000 }] } }).variants[0]?.id ?? 0;
  await pages.services.install(shop);
});
afterAll(() => pages.close());

const openCheckout = () => createCheckout(pages.services.store, { shop: shop.domain, lines: [{ variantId, quantity: 1 }], email: "buyer@example.com" }).token;

const post = (path: string, form: Record<string, string>) =>
  fetch(`${pages.origin}${path}`, { method: "POST", body: new URLSearchParams(form), redirect: "manual" });
const get = (path: string) => fetch(`${pages.origin}${path}`, { redirect: "manual" });
const pay = async (token: string, form: Record<string, string> = {}) => {
  const response = await post(`/checkout/${token}`, { intent: "pay", payment: "card", ...form });
  return response.headers.get("location")?.replace(token, "{token}");
};

test.each([
  ["a card", { payment: "card" }, "/checkout/{token}/post_purchase"],
  ["a wallet", { payment: "wallet" }, "/checkout/{token}/thank_you"],
  ["a card, with a fault asked for", { payment: "card", fault: "payment_required" }, "/checkout/{token}/post_purchase?fault=payment_required"],
  ["a card, with a fault that there is not", { payment: "card", fault: "<script>" }, "/checkout/{token}/post_purchase"],
])("paying by %s leads on to the right page", async (_name, form, next) => {
  expect(await pay(openCheckout(), form)).toBe(next);
});

test("paying twice is one order", async () => {
  const token = openCheckout();
  const before = shop.orders.size;
  await pay(token);
  expect(await pay(token)).toBe("/checkout/{token}/thank_you");
  expect(shop.orders.size).toBe(before + 1);
});

test("a shop without the app has no page after payment", async () => {
  const token = openCheckout();
  await pages.services.uninstall(shop);
  expect(await pay(token)).toBe("/checkout/{token}/thank_you");
  await pages.services.install(shop);
});

test("the page after payment is shown once: a reload ends at the confirmation", async () => {
  const token = openCheckout();
  await pay(token);
  const first = await get(`/checkout/${token}/post_purchase`);
  expect(first.status).toBe(200);
  expect(await first.text()).toContain("Checkout::PostPurchase::ShouldRender");
  const second = await get(`/checkout/${token}/post_purchase`);
  expect(second.headers.get("location")).toBe(`/checkout/${token}/thank_you`);
});

test("done releases the order, after which it takes no more changes", async () => {
  const token = openCheckout();
  await pay(token);
  await fetch(`${pages.origin}/checkout/${token}/post_purchase/done`, { method: "POST" });
  const order = [...shop.orders.values()].find(({ checkoutToken }) => checkoutToken === token);
  expect(order?.released).toBe(true);
});

test("a discount code shows in the total, an unknown one as a problem", async () => {
  const token = openCheckout();
  await post(`/checkout/${token}`, { intent: "update", discount: "ten" });
  expect(await (await get(`/checkout/${token}`)).text()).toContain("−£1.00");
  await post(`/checkout/${token}`, { intent: "update", discount: "nope" });
  expect(await (await get(`/checkout/${token}`)).text()).toContain("This code is not valid here.");
});

test("the confirmation before payment leads back to the checkout", async () => {
  const token = openCheckout();
  expect((await get(`/checkout/${token}/thank_you`)).headers.get("location")).toBe(`/checkout/${token}`);
});
