import { afterAll, beforeAll, expect, test } from "vitest";
import type { ShopId } from "../../app/domain/shops/shop-id";
import type { Product, Shop } from "../shopify/store/model";
import { clearFaults } from "../shopify/server/faults";
import { setAppEnvironment } from "../support/app-environment";
import { freshDatabase } from "../support/database";

setAppEnvironment(await freshDatabase());
const { closeDatabase, pool } = await import("../../app/data/database.server");
const { listAllProducts, listProductsByIds } = await import("../../app/data/catalogue/products.server");
const { findShop } = await import("../../app/data/shops/shops.server");
const { findLatestRun } = await import("../../app/data/sync/sync-runs.server");
const { reconcile } = await import("../../app/services/sync/reconciliation.server");
const { linkShopify, openShop } = await import("../support/linked-shopify");

const shopify = await linkShopify();
afterAll(closeDatabase);

let shop: ShopId;
let opened: Shop;
let mug: Product;
let tea: Product;
beforeAll(async () => {
  ({ shop, opened, mug, tea } = await openShop(shopify, "reconciled"));
});

const mirrored = async () => (await pool.query<object>("select id, total_minor, cancelled_at is not null as cancelled from orders where shop = $1 order by id", [shop])).rows;
const real = () => [...opened.orders.values()].map((order) => ({
  id: order.id,
  total_minor: order.lines.reduce((sum, line) => sum + line.unitPrice * line.quantity, 0) + order.shippingLines.reduce((sum, line) => sum + line.price, 0),
  cancelled: order.cancelledAt !== null,
}));

test("whatever webhooks were lost, the next reconciliation restores", async () => {
  const [cup] = mug.variants;
  const first = shopify.control.placeOrder({ shop, lines: [{ variantId: cup?.id ?? 0, quantity: 1 }] });
  await shopify.settle();
  // Shopify's times are whole seconds: what follows must be later than what is held.
  shopify.clock.advance(2_000);

  shopify.faults.webhooks.lossShare = 1;
  for (let index = 0; index < 3; index += 1) shopify.control.placeOrder({ shop, lines: [{ variantId: cup?.id ?? 0, quantity: 1 + index }] });
  shopify.control.cancelOrder({ shop, orderId: first.id, reason: "customer" });
  shopify.control.updateProduct({ shop, productId: mug.id, title: "Mug, renamed" });
  shopify.control.createProduct({ shop, product: { title: "Unseen", variants: [{ price: 900 }] } });
  shopify.control.deleteProduct({ shop, productId: tea.id });
  await shopify.settle();
  clearFaults(shopify.faults);
  expect(await mirrored()).not.toEqual(real());

  const now = new Date();
  await reconcile(shop, now);
  expect(await mirrored()).toEqual(real());
  expect((await listProductsByIds(shop, [mug.id]))[0]?.title).toBe("Mug, renamed");
  expect((await listAllProducts(shop)).map(({ title }) => title)).toContain("Unseen");
  expect(await listProductsByIds(shop, [tea.id])).toEqual([]);
  expect(await findLatestRun(shop, "reconciliation")).toMatchObject({ status: "done", recordsDone: 7 });
  expect((await findShop(shop))?.reconciledAt).toEqual(now);
});

test("where nothing was missed nothing is read again", async () => {
  await reconcile(shop, new Date());
  expect(await findLatestRun(shop, "reconciliation")).toMatchObject({ status: "done", recordsDone: 0 });
});

test("one that broke off is taken up by the next", async () => {
  shopify.faults.api.status = { code: 500, times: 50 };
  await expect(reconcile(shop, new Date())).rejects.toMatchObject({ code: "unreachable" });
  const broken = await findLatestRun(shop, "reconciliation");
  clearFaults(shopify.faults);
  await reconcile(shop, new Date());
  expect(await findLatestRun(shop, "reconciliation")).toMatchObject({ id: broken?.id, status: "done" });
});

test("an order whose deletion was lost is gone after the next reconciliation, and no other", async () => {
  const [cup] = mug.variants;
  const place = () => shopify.control.placeOrder({ shop, lines: [{ variantId: cup?.id ?? 0, quantity: 1 }] });
  const [doomed] = [place(), place()];
  await shopify.settle();
  shopify.faults.webhooks.lossShare = 1;
  shopify.control.deleteOrder({ shop, orderId: doomed.id });
  await shopify.settle();
  clearFaults(shopify.faults);
  expect(await mirrored()).toHaveLength(real().length + 1);
  await reconcile(shop, new Date(Date.now() + 2 * 60 * 60_000));
  expect(await mirrored()).toEqual(real());
  expect(await findLatestRun(shop, "reconciliation")).toMatchObject({ status: "done", recordsDone: 1 });
});

test("a shop that has left is let alone", async () => {
  shopify.control.uninstall({ shop });
  await shopify.settle();
  await expect(reconcile(shop, new Date())).resolves.toBeUndefined();
});
