import { gunzipSync } from "node:zlib";
import { afterAll, describe, expect, test } from "vitest";
import type { ShopId } from "../../app/domain/shops/shop-id";
import { setAppEnvironment } from "../support/app-environment";
import { freshDatabase } from "../support/database";

setAppEnvironment(await freshDatabase());
const { closeDatabase, pool } = await import("../../app/data/database.server");
const { listPrivacyRequests } = await import("../../app/data/privacy/privacy-requests.server");
const { listExports } = await import("../../app/data/exports/exports.server");
const { openExport } = await import("../../app/services/exports/download-export.server");
const { requestExport } = await import("../../app/services/exports/run-export.server");
const { addJobs } = await import("../../app/data/jobs/jobs.server");
const { eraseShopForGood, eraseWhatCameAfter } = await import("../../app/services/privacy/erase-shop.server");
const { findShop } = await import("../../app/data/shops/shops.server");
const { linkShopify, openShop } = await import("../support/linked-shopify");

const shopify = await linkShopify();
afterAll(closeDatabase);

/** Every row of every table with a shop, as text. */
async function everythingOf(shop: string): Promise<string[]> {
  const { rows: tables } = await pool.query<{ name: string }>(
    "select table_name as name from information_schema.columns where table_schema = 'public' and column_name = 'shop' order by 1",
  );
  const found: string[] = [];
  for (const { name } of tables) {
    const { rows } = await pool.query<{ row: string }>(`select '${name} ' || t::text as row from ${name} t where shop = $1`, [shop]);
    found.push(...rows.map(({ row }) => row));
  }
  const { rows: jobs } = await pool.query<{ row: string }>(
    "select 'job ' || payload::text as row from graphile_worker._private_jobs where payload::text like '%' || $1 || '%'", [shop]);
  return [...found, ...jobs.map(({ row }) => row)];
}

async function exportedText(shop: ShopId, id: string): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of (await openExport(shop, id, new Date()))?.chunks ?? []) chunks.push(chunk);
  return gunzipSync(Buffer.concat(chunks)).toString("utf8");
}

async function shopWithCustomer(handle: string) {
  const { shop, mug, opened } = await openShop(shopify, handle);
  const customer = shopify.control.createCustomer({ shop, customer: { email: "Carol@Example.com", firstName: "Carol" } });
  const [cup] = mug.variants;
  const buy = (who: { customerId?: number | null; email?: string }) =>
    shopify.control.placeOrder({ shop, lines: [{ variantId: cup?.id ?? 0, quantity: 1 }], ...who });
  const own = buy({ customerId: customer.id, email: customer.email });
  const other = buy({ email: "dave@example.com" });
  await shopify.settle();
  return { shop, customer, own, other, opened };
}

describe("a customer", () => {
  test("who asks is told every order that is held, for the merchant to hand over", async () => {
    const { shop, customer, own } = await shopWithCustomer("asking");
    const key = `c:${String(customer.id)}`;
    await pool.query("insert into coupon_pools (shop, id, terms, ends_at, first_code, created_at) values ($1, gen_random_uuid(), 'p10', '2026-12-01', 'FIRST', now())", [shop]);
    await pool.query("insert into coupons (shop, code, pool_id, state, decision_id, customer_key, assigned_at) select $1, 'FIRST', id, 'ready', gen_random_uuid(), $2, now() from coupon_pools where shop = $1", [shop, key]);
    await pool.query("insert into flow_events (shop, event_key, trigger, customer_key, payload, status, made_at) values ($1, 'e', 'valued-customer', $2, '{\"Orders\": 3}', 'sent', now())", [shop, key]);
    shopify.control.requestCustomerData({ shop, customerId: customer.id, email: customer.email, orderIds: [own.id] });
    await shopify.settle();
    const [request] = await listPrivacyRequests(shop);
    expect(request).toMatchObject({ topic: "customers/data_request", completedAt: expect.any(Date) });
    expect(request?.report).toMatchObject({ orders: [{ name: own.name, currency: "GBP" }], decisions: [], coupons: [{ code: "FIRST" }], flow: [{ trigger: "valued-customer", payload: { Orders: 3 } }] });
  });

  test("who asks to be forgotten leaves no trace, and the shop's figures stay", async () => {
    const { shop, customer, own, other } = await shopWithCustomer("forgetting");
    shopify.control.requestCustomerData({ shop, customerId: customer.id, email: customer.email, orderIds: [own.id] });
    await shopify.settle();
    const { rows: before } = await pool.query<{ customer_key: string }>("select customer_key from orders where shop = $1 and id = $2", [shop, own.id]);
    const key = before[0]?.customer_key ?? "";
    expect(key).toBe(`c:${String(customer.id)}`);

    const exportId = await requestExport(shop, 1, new Date());
    await shopify.settle();
    const exported = await exportedText(shop, exportId);
    expect(exported).toContain(key);
    await pool.query("insert into reorder_walks (shop, kind, cursor, customers_total, started_at) values ($1, 'dues', $2, 1, now())", [shop, key]);

    const late = shopify.webhooks.deliveries.find(({ topic, shop: of }) => topic === "orders/create" && of === shop);
    shopify.control.redactCustomer({ shop, customerId: customer.id, email: customer.email, orderIds: [own.id] });
    await shopify.settle();
    const rows = (await everythingOf(shop)).join("\n");
    expect(rows).not.toContain(key);
    expect(rows).not.toContain(String(customer.id));
    // Compressed, so that no search of rows finds it: the export is made anew.
    expect(await openExport(shop, exportId, new Date())).toBeNull();
    const [remade] = await listExports(shop);
    expect(remade).toMatchObject({ status: "ready" });
    expect(await exportedText(shop, remade?.id ?? "")).not.toContain(key);

    // A repeated and a late event do not bring the customer back.
    if (late) shopify.webhooks.redeliver(late.webhookId);
    shopify.control.updateOrder({ shop, orderId: own.id, note: "later" });
    await shopify.settle();
    const { rows: orders } = await pool.query(
      "select id, customer_key is null as forgotten, country_code is null as placeless from orders where shop = $1 order by id", [shop]);
    expect(orders).toEqual([{ id: own.id, forgotten: true, placeless: true }, { id: other.id, forgotten: false, placeless: false }]);
    expect(await listPrivacyRequests(shop)).toHaveLength(2);
  });

  test("who bought as a guest is known by the hash of the e-mail", async () => {
    const { shop } = await openShop(shopify, "guests");
    const { guestKeysOf } = await import("../../app/services/orders/guest-key.server");
    const { storeEvents } = await import("../../app/data/inbox/inbox.server");
    const key = guestKeysOf(shop)("eve@example.com");
    await pool.query(
      `insert into orders (shop, id, name, customer_key, currency, gateways, discount_codes, subtotal_minor, total_minor, processed_at, source_at, observed_at)
       values ($1, 1, '#1', $2, 'GBP', '{}', '{}', 1, 1, now(), now(), now())`, [shop, key]);
    await storeEvents([{
      shop, topic: "customers/redact", eventId: "e1", webhookId: "w1", triggeredAt: new Date(), receivedAt: new Date(),
      payload: { customer: { id: 77 }, guest_key: key, orders_to_redact: [] },
    }]);
    await shopify.settle();
    expect((await everythingOf(shop)).join("\n")).not.toContain(key);
  });
});

test("a request to forget that broke off is carried out wholly by the next attempt", async () => {
  const { shop } = await openShop(shopify, "broken-off");
  const { onCustomerRedact } = await import("../../app/services/privacy/privacy-events.server");
  const { listPendingEvents, storeEvents } = await import("../../app/data/inbox/inbox.server");
  await pool.query(
    `insert into orders (shop, id, name, checkout_token, customer_key, currency, country_code, gateways, discount_codes, subtotal_minor, total_minor, processed_at, source_at, observed_at)
     values ($1, 1, '#1', 'token', 'c:77', 'GBP', 'GB', '{}', '{}', 1, 1, now(), now(), now())`, [shop]);
  // The page was not told who bought.
  await pool.query(
    `insert into decisions (shop, id, placement, reference_id, step, order_id, outcome, facts, reasons, currency, decided_at, expires_at)
     values ($1, gen_random_uuid(), 'post-purchase', 'token', 1, 1, 'nothing', '{"countryCode": "GB"}', '{}', 'GBP', now(), now())`, [shop]);
  const key = { shop, topic: "customers/redact", eventId: "broken-off" };
  await storeEvents([{ ...key, webhookId: "w", triggeredAt: new Date(), receivedAt: new Date(), payload: { customer: { id: 77 }, orders_to_redact: [] } }]);
  const attempt = async () => { await onCustomerRedact(shop, await listPendingEvents(shop, [key]), new Date()); };

  await pool.query("create function refuse() returns trigger language plpgsql as $$ begin raise 'broken off'; end $$; create trigger refuse before update on decisions for each row execute function refuse()");
  await expect(attempt()).rejects.toThrow("broken off");
  await pool.query("drop function refuse cascade");
  await attempt();
  expect((await pool.query<{ country: string | null }>("select facts->>'countryCode' as country from decisions where shop = $1", [shop])).rows).toEqual([{ country: null }]);
});

describe("a shop", () => {
  test("is erased two days after it has left, wholly and more than once", async () => {
    const { shop } = await shopWithCustomer("erased");
    shopify.control.uninstall({ shop });
    await shopify.settle();
    shopify.control.redactShop({ shop });
    await shopify.settle();
    expect(await everythingOf(shop)).toEqual([]);
    shopify.control.redactShop({ shop });
    await shopify.settle();
    expect(await everythingOf(shop)).toEqual([]);
  });

  test("that has come back meanwhile is not erased for having left before", async () => {
    const { shop } = await shopWithCustomer("came-back");
    shopify.control.redactShop({ shop });
    await shopify.settle();
    expect((await findShop(shop))?.uninstalledAt).toBeNull();
    expect((await everythingOf(shop)).length).toBeGreaterThan(5);
  });

  test("is gone for good, whatever jobs that were under way write after it", async () => {
    const { shop } = await shopWithCustomer("busy");
    shopify.control.uninstall({ shop });
    await shopify.settle();
    const late = (id: number) => pool.query("insert into customer_tags (shop, customer_key, tags, observed_at) values ($1, $2, '{vip}', now())", [shop, `c:${String(id)}`]);
    await addJobs([{ task: "counts.update", payload: { shop } }]);
    const running = "update graphile_worker._private_jobs set locked_at = $2, locked_by = 'elsewhere' where payload->>'shop' = $1 and key is null";
    await pool.query(running, [shop, new Date()]);

    await eraseShopForGood(shop, new Date());
    await late(1);
    await eraseWhatCameAfter(shop, new Date());
    expect((await everythingOf(shop)).filter((row) => !row.startsWith("job "))).toEqual([]);
    await late(2);
    const again = "select from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = 'shops.erase-again' and j.payload->>'shop' = $1";
    expect((await pool.query(again, [shop])).rowCount).toBe(1);
    await pool.query("delete from graphile_worker._private_jobs where locked_by = 'elsewhere'");
    await shopify.settle();
    expect(await everythingOf(shop)).toEqual([]);
    expect((await pool.query(again, [shop])).rowCount).toBe(0);
  });

  test("is erased without touching another", async () => {
    const { shop: staying } = await shopWithCustomer("staying");
    const before = (await everythingOf(staying)).length;
    const { shop } = await shopWithCustomer("going");
    shopify.control.uninstall({ shop });
    shopify.control.redactShop({ shop });
    await shopify.settle();
    expect(await everythingOf(staying)).toHaveLength(before);
  });
});
