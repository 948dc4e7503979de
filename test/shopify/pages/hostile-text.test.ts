import { afterAll, beforeAll, expect, test } from "vitest";
import { createCheckout } from "../store/checkouts";
import { createCollection } from "../store/collections";
import { createCustomer } from "../store/customers";
import { completeCheckout } from "../store/orders";
import { createProduct } from "../store/products";
import { createShop } from "../store/shops";
import { startPages } from "./testing/pages-server";
import type { PagesServer } from "./testing/pages-server";

const HOSTILE = `<script>alert(1)</script>"'><img src=x onerror=alert(1)><svg/onload=alert(1)>`;

let pages: PagesServer;
let login: string;
const paths: string[] = [];

beforeAll(async () => {
  pages = await startPages();
  const { store } = pages.services;
  const shop = createShop(store, { handle: "hostile", name: HOSTILE });
  const product = createProduct(store, {
    shop: shop.domain,
    product: {
      title: HOSTILE, handle: "hostile", vendor: HOSTILE, productType: HOSTILE, tags: [HOSTILE], optionName: HOSTILE, descriptionHtml: HOSTILE,
      variants: [{ title: HOSTILE, sku: HOSTILE, price: 100 }, { title: "Other", price: 100 }],
    },
  });
  createCollection(store, { shop: shop.domain, title: HOSTILE, productIds: [product.id] });
  const collection = [...shop.collections.values()][0];
  const customer = createCustomer(store, { shop: shop.domain, customer: { email: HOSTILE, firstName: HOSTILE } });
  customer.ordersCount = 1;
  await pages.services.install(shop);
  const open = () => createCheckout(store, { shop: shop.domain, lines: [{ variantId: product.variants[0]?.id ?? 0, quantity: 1 }], email: HOSTILE, customerId: customer.id, discountCode: HOSTILE }).token;
  const paid = open();
  const order = completeCheckout(store, { shop: shop.domain, token: paid });
  const query = encodeURIComponent(HOSTILE);
  login = `account-hostile=${customer.id}`;
  paths.push(
    "/shop/hostile/", `/shop/hostile/search?q=${query}`, `/shop/hostile/collections/${collection?.handle ?? ""}`, "/shop/hostile/products/hostile", "/shop/hostile/account", "/shop/hostile/cart",
    `/checkout/${open()}`, `/checkout/${paid}/post_purchase?fault=${query}`, `/checkout/${paid}/thank_you`, `/account/hostile/login?email=${query}`,
    "/account/hostile/orders", `/account/hostile/orders/${order.id}`, "/account/hostile/profile",
    "/admin/store/hostile", `/admin/store/hostile/orders?q=${query}`, `/admin/store/hostile/orders/${order.id}`, `/admin/store/hostile/products?q=${query}`,
    `/admin/store/hostile/products/${product.id}`, `/admin/store/hostile/customers?q=${query}`, "/admin/store/hostile/apps", `/admin/store/hostile/apps/encore/app/x?q=${query}`,
  );
});
afterAll(() => pages.close());

test("no page lets a shop's or a shopper's text become markup", async () => {
  const cookie = `cart=${[...pages.services.store.getShop("hostile").variants.keys()].map((id) => `${id}:1`).join(",")}; shopper=email:${encodeURIComponent(HOSTILE + "@")}; ${login}`;
  for (const path of paths) {
    const response = await fetch(`${pages.origin}${path}`, { headers: { cookie }, redirect: "manual" });
    const page = await response.text();
    expect([path, response.status]).toEqual([path, 200]);
    expect([path, /<script>alert|<img src=x|<svg\/onload|onerror=alert\(1\)>/.test(page)]).toEqual([path, false]);
  }
});
