import { afterAll, beforeAll, expect, test } from "vitest";
import { createCheckout } from "../../store/checkouts";
import type { Order, Shop } from "../../store/model";
import { completeCheckout } from "../../store/orders";
import { createProduct } from "../../store/products";
import { createShop } from "../../store/shops";
import { startPages } from "../testing/pages-server";
import type { PagesServer } from "../testing/pages-server";

let pages: PagesServer;
let shop: Shop;
let order: Order;
const told: string[] = [];

beforeAll(async () => {
  pages = await startPages();
  const { store } = pages.services;
  shop = createShop(store, { handle: "sorry" });
  const product = createProduct(store, { shop: shop.domain, product: { title: "Mug", variants: [{ price: 100 }] } });
  const checkout = createCheckout(store, { shop: shop.domain, email: "ann@example.com", lines: [{ variantId: product.variants[0]?.id ?? 0, quantity: 1 }] });
  order = completeCheckout(store, { shop: shop.domain, token: checkout.token });
  store.onEvent(({ topic }) => { if (/^(returns|disputes)/.test(topic)) told.push(topic); });
});
afterAll(() => pages.close());

const address = () => `${pages.origin}/admin/store/${shop.handle}/orders/${order.id}`;
async function press(action: string, id?: number): Promise<string> {
  const body = new URLSearchParams(id === undefined ? {} : { id: String(id) });
  return (await fetch(`${address()}/${action}`, { method: "POST", body, headers: { origin: pages.origin } })).text();
}

test("staff take a return from the request to its end, and again", async () => {
  expect(await (await fetch(address())).text()).toContain("Request a return");
  expect(await press("return-request")).toContain("Approve the return");
  const id = order.returns?.[0]?.id;
  expect(await press("return-approve", id)).toContain("Close the return");
  expect(await press("return-close", id)).toContain("Open the return again");
  expect(await press("return-approve", id)).toContain("is closed");
  expect(order.returns).toMatchObject([{ status: "CLOSED" }]);
  expect(told).toEqual(["returns/request", "returns/approve", "returns/close"]);
});

test("staff let a dispute be opened and decided", async () => {
  told.length = 0;
  expect(await press("dispute")).toContain("Decide the dispute for the shop");
  expect(await press("dispute-lost", order.disputes?.[0]?.id)).toContain("Lost");
  expect(order.disputes?.[0]?.finalizedOn).not.toBeNull();
  expect(told).toEqual(["disputes/create", "disputes/update"]);
});
