import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ShopId } from "../../app/domain/shops/shop-id";
import type { Order, Product, Shop, Variant } from "../shopify/store/model";
import { setAppEnvironment } from "../support/app-environment";
import { freshDatabase } from "../support/database";

setAppEnvironment(await freshDatabase());
const { closeDatabase, inTransaction, pool } = await import("../../app/data/database.server");
const { listProductsByIds } = await import("../../app/data/catalogue/products.server");
const { minimise } = await import("../../app/domain/inbox/minimise");
const { parseOrderPayload } = await import("../../app/domain/orders/order-payload");
const { lockOrders, saveOrders } = await import("../../app/data/orders/orders.server");
const { countPriorOrders } = await import("../../app/data/orders/order-queries.server");
const { deleteOrder } = await import("../../app/services/ledger/delete-order.server");
const { listAddedLines } = await import("../../app/shopify/ledger/added-lines.server");
const { startBackfill } = await import("../../app/services/sync/start-backfill.server");
const { storeEvents } = await import("../../app/data/inbox/inbox.server");
const { payloadOf } = await import("../shopify/webhooks/payloads/payload-of");
const { linkShopify, openShop } = await import("../support/linked-shopify");

const shopify = await linkShopify();
afterAll(closeDatabase);

let shop: ShopId;
let opened: Shop;
let mug: Product;
let tea: Product;
beforeAll(async () => {
  ({ shop, opened, mug, tea } = await openShop(shopify, "mirrored"));
});

const product = async (id: number) => (await listProductsByIds(shop, [id]))[0];
const first = (of: Product): Variant => {
  const [variant] = of.variants;
  if (!variant) throw new Error("A product without variants");
  return variant;
};
const collections = () => rows("select id, title from collections where shop = $1 and deleted_at is null order by title");
const rows = async (sql: string, ...values: unknown[]) => (await pool.query<Record<string, unknown>>(sql, [shop, ...values])).rows;

async function placed(quantity = 1, details: { customerId?: number; email?: string } = {}): Promise<Order> {
  const order = shopify.control.placeOrder({ shop, lines: [{ variantId: first(mug).id, quantity }], ...details });
  await shopify.settle();
  return order;
}

describe("catalogue", () => {
  test("the import brings products, variants, stock and what they are filed under", async () => {
    expect(await product(mug.id)).toMatchObject({
      title: "Mug", vendor: "Potter", productType: "Kitchen", tags: ["blue"], status: "active", isPublished: true,
      variants: [{ id: first(mug).id, priceMinor: 1_250, available: 10 }],
    });
    expect((await product(tea.id))?.variants.map(({ title, available }) => [title, available])).toEqual([["Green", 3], ["Black", null]]);
  });

  test("a change and a new product arrive by webhook", async () => {
    shopify.control.updateProduct({ shop, productId: tea.id, title: "Fine tea", variants: [{ id: first(tea).id, price: 555 }] });
    const spoon = shopify.control.createProduct({ shop, product: { title: "Spoon", isGiftCard: true, variants: [{ price: 333 }] } });
    await shopify.settle();
    expect(await product(tea.id)).toMatchObject({ title: "Fine tea", variants: [{ priceMinor: 555 }, {}] });
    expect(await product(spoon.id)).toMatchObject({ title: "Spoon", isGiftCard: true });
  });

  test("what a unit costs is imported, follows a change and outlives events that do not tell it", async () => {
    const cost = async () => (await product(mug.id))?.variants[0]?.costMinor;
    const variantId = first(mug).id;
    expect(await cost()).toBeNull();
    shopify.control.setCost({ shop, variantId, cost: 400 });
    await shopify.settle();
    expect(await cost()).toBe(400);
    shopify.control.updateProduct({ shop, productId: mug.id, variants: [{ id: variantId, price: 1_250 }] });
    await shopify.settle();
    expect(await cost()).toBe(400);
    await pool.query("update variants set cost_minor = null where shop = $1", [shop]);
    await pool.query("update products set observed_at = observed_at - interval '1 minute' where shop = $1", [shop]);
    await startBackfill(shop, "catalogue", new Date());
    await shopify.settle();
    expect(await cost()).toBe(400);
    shopify.control.setCost({ shop, variantId, cost: null });
    await shopify.settle();
    expect(await cost()).toBeNull();
  });

  test("a variant that joins a product comes with its cost", async () => {
    shopify.control.updateProduct({ shop, productId: tea.id, addVariants: [{ title: "White", price: 700, cost: 300 }] });
    await shopify.settle();
    expect((await product(tea.id))?.variants.map(({ title, costMinor }) => [title, costMinor])).toEqual([["Green", null], ["Black", null], ["White", 300]]);
    shopify.control.updateProduct({ shop, productId: tea.id, removeVariantIds: [tea.variants[2]?.id ?? 0] });
    await shopify.settle();
  });

  test("a new product is read whole although Shopify failed at first", async () => {
    shopify.faults.api.status = { code: 502, times: 4 };
    const voucher = shopify.control.createProduct({ shop, product: { title: "Voucher", isGiftCard: true, variants: [{ price: 1_000 }] } });
    await shopify.settle();
    expect(shopify.faults.api.status?.times ?? 0).toBe(0);
    expect(await product(voucher.id)).toMatchObject({ title: "Voucher", isGiftCard: true });
  });

  test("a deleted product is gone and no late event brings it back", async () => {
    const passing = shopify.control.createProduct({ shop, product: { title: "Passing", variants: [{ price: 100 }] } });
    const late = payloadOf({ shop: opened, topic: "products/update", resourceId: passing.id, at: Date.now(), subscriptions: [] }, "https://x");
    shopify.control.deleteProduct({ shop, productId: passing.id });
    await shopify.settle();
    await arrives("products/update", late, new Date());
    expect(await product(passing.id)).toBeUndefined();
  });

  test("collections and who is in them follow", async () => {
    const gifts = shopify.control.createCollection({ shop, title: "Gifts", productIds: [mug.id, tea.id] });
    await shopify.settle();
    expect(await collections()).toEqual([{ id: gifts.id, title: "Gifts" }]);
    expect((await product(tea.id))?.collectionIds).toEqual([gifts.id]);
    shopify.control.deleteCollection({ shop, collectionId: gifts.id });
    await shopify.settle();
    expect(await collections()).toEqual([]);
    expect((await product(tea.id))?.collectionIds).toEqual([]);
  });

  test("stock is what all locations hold, read anew", async () => {
    shopify.control.setInventory({ shop, variantId: first(mug).id, available: 40 });
    await shopify.settle();
    expect((await product(mug.id))?.variants[0]?.available).toBe(40);
  });
});

describe("orders", () => {
  test("an order arrives with its lines and nothing personal", async () => {
    const order = await placed(2, { email: "Ann.Personal@Example.com" });
    const [held] = await rows("select * from orders where shop = $1 and id = $2", order.id);
    expect(held).toMatchObject({ name: order.name, checkout_token: order.checkoutToken, customer_key: expect.stringMatching(/^[cg]:/) });
    expect(await rows("select quantity, current_quantity, unit_minor, total_minor from order_lines where shop = $1 and order_id = $2", order.id))
      .toEqual([{ quantity: 2, current_quantity: 2, unit_minor: 1_250, total_minor: 2_500 }]);
    const everything = await rows("select (select string_agg(o::text, ' ') from orders o where shop = $1) || (select string_agg(e::text, ' ') from webhook_events e where shop = $1) as dump");
    expect(String(everything[0]?.["dump"]).toLowerCase()).not.toContain("ann.personal");
  });

  test("refunds, cancellations and edits follow", async () => {
    const order = await placed(3);
    const [line] = order.lines;
    shopify.control.refundOrder({ shop, orderId: order.id, lines: [{ lineId: line?.id ?? 0, quantity: 1 }] });
    shopify.control.editOrder({ shop, orderId: order.id, appId: null, lines: [{ variantId: first(tea).id, quantity: 1 }], shippingLines: [] });
    await shopify.settle();
    expect(await rows("select quantity, current_quantity from order_lines where shop = $1 and order_id = $2 order by id", order.id))
      .toEqual([{ quantity: 3, current_quantity: 2 }, { quantity: 1, current_quantity: 1 }]);
    expect(await rows("select quantity, subtotal_minor from refund_lines where shop = $1 and order_id = $2", order.id))
      .toEqual([{ quantity: 1, subtotal_minor: 1_250 }]);

    const cancelled = await placed();
    shopify.control.cancelOrder({ shop, orderId: cancelled.id, reason: "customer" });
    await shopify.settle();
    const [held] = await rows("select cancelled_at from orders where shop = $1 and id = $2", cancelled.id);
    expect(held?.["cancelled_at"]).toBeInstanceOf(Date);
  });

  test("every line that this app's edits added is found, however many there are, and no other app's", async () => {
    const order = await placed();
    const edit = (appId: number | null, count: number) => shopify.control.editOrder({
      shop, orderId: order.id, appId, lines: Array.from({ length: count }, () => ({ variantId: first(mug).id, quantity: 1 })), shippingLines: [],
    });
    shopify.control.setInventory({ shop, variantId: first(mug).id, available: 1_000 });
    const ids = () => (opened.orders.get(order.id)?.lines ?? []).map(({ id }) => id);
    const before = ids();
    edit(shopify.app.id, 23);
    edit(null, 11);
    edit(shopify.app.id, 114);
    const own = [...ids().slice(before.length, before.length + 23), ...ids().slice(before.length + 23 + 11)];
    expect((await listAddedLines(shop, order.id)).map(({ lineId }) => lineId)).toEqual(own);
    expect(await listAddedLines(shop, 1)).toEqual([]);
  });

  test("a deleted order is gone and stays gone", async () => {
    const order = await placed();
    const late = payloadOf({ shop: opened, topic: "orders/updated", resourceId: order.id, at: Date.now(), subscriptions: [] }, "https://x");
    await arrives("orders/delete", { id: order.id }, new Date());
    await arrives("orders/updated", late, new Date());
    expect(await rows("select from orders where shop = $1 and id = $2", order.id)).toEqual([]);
  });

  test("an order that is deleted while a state of it is being written stays gone, whichever comes first", async () => {
    const order = await placed();
    const state = { order: parseOrderPayload(minimise("orders/updated", payloadOf({ shop: opened, topic: "orders/updated", resourceId: order.id, at: Date.now(), subscriptions: [] }, "https://x"), () => `g:${"0".repeat(32)}`)), observedAt: new Date(Date.now() + 60_000) };
    for (const first of ["write", "delete"] as const) {
      for (const table of ["deleted_orders", "orders"]) await pool.query(`delete from ${table} where shop = $1 and id = $2`, [shop, order.id]);
      const client = await pool.connect();
      await client.query("begin");
      // Holds what it has begun open until the other has begun as well.
      await (first === "write" ? saveOrders(shop, [state], client) : lockOrders(shop, "delete", client));
      if (first === "delete") await client.query("insert into deleted_orders (shop, id, deleted_at) values ($1, $2, now())", [shop, order.id]);
      const other = first === "write" ? deleteOrder(shop, order.id, new Date()) : inTransaction((writer) => saveOrders(shop, [state], writer)).then(() => undefined);
      await new Promise((resolve) => setTimeout(resolve, 100));
      if (first === "delete") await client.query("delete from orders where shop = $1 and id = $2", [shop, order.id]);
      await client.query("commit");
      client.release();
      await other;
      expect(await rows("select from orders where shop = $1 and id = $2", order.id)).toEqual([]);
    }
  });

  test("a customer's earlier orders are counted", async () => {
    const customer = shopify.control.createCustomer({ shop, customer: { email: "bob@example.com" } });
    await placed(1, { customerId: customer.id });
    await placed(1, { customerId: customer.id });
    const now = new Date(Date.now() + 1_000);
    expect(await countPriorOrders(shop, `c:${String(customer.id)}`, now)).toBe(2);
    expect(await countPriorOrders(shop, "c:1", now)).toBe(0);
  });

  test("an event that cannot be understood becomes a dead letter and holds up no other", async () => {
    const { listDeadLetters, replayDeadLetters } = await import("../../app/services/inbox/dead-letters.server");
    const order = shopify.control.placeOrder({ shop, lines: [{ variantId: first(mug).id, quantity: 1 }] });
    await arrives("orders/updated", { id: order.id, name: "#broken" }, new Date());
    const { items, next } = await listDeadLetters(shop, null);
    expect(items).toMatchObject([{ topic: "orders/updated", error: expect.stringContaining("order: ") }]);
    expect(next).toBeNull();
    expect(await rows("select from orders where shop = $1 and id = $2", order.id)).toHaveLength(1);

    expect(await replayDeadLetters(shop, items.map(({ id }) => id))).toBe(1);
    await shopify.settle();
    expect((await listDeadLetters(shop, null)).items).toHaveLength(1);
    expect(await replayDeadLetters(shop, "all")).toBe(1);
    await pool.query("delete from webhook_events where shop = $1 and status <> 'done'", [shop]);
    await shopify.settle();
  });
});

/** A webhook that is verified already, processed together with whatever else waits. */
async function arrives(topic: string, payload: Record<string, unknown> | null, triggeredAt: Date): Promise<void> {
  const { minimise } = await import("../../app/domain/inbox/minimise");
  const { guestKeysOf } = await import("../../app/services/orders/guest-key.server");
  const id = randomUUID();
  await storeEvents([{ shop, topic, eventId: id, webhookId: id, triggeredAt, receivedAt: new Date(), payload: minimise(topic, payload, guestKeysOf(shop)) }]);
  await shopify.settle();
}
