import { createHmac, randomUUID } from "node:crypto";
import { afterAll, beforeEach, describe, expect, test, vi } from "vitest";
import { apiSecret, setAppEnvironment } from "../support/app-environment";
import { freshDatabase } from "../support/database";

const oldSecret = "the-secret-before-rotation";
setAppEnvironment(await freshDatabase(), { SHOPIFY_API_SECRET_OLD: oldSecret });
const { closeDatabase, pool } = await import("../../app/data/database.server");
const { buryAbandonedEvents } = await import("../../app/data/inbox/dead-letters.server");
const { prepareQueue } = await import("../../app/data/jobs/queue.server");
const { action, loader } = await import("../../app/routes/webhooks");
await prepareQueue();
afterAll(closeDatabase);
beforeEach(async () => {
  await pool.query("truncate webhook_events; delete from graphile_worker._private_jobs");
});

const shop = "hooked.myshopify.com";

interface Parts {
  body?: string | Buffer;
  secret?: string;
  headers?: Record<string, string | undefined>;
}

async function post({ body = JSON.stringify({ id: 7 }), secret = apiSecret, headers = {} }: Parts = {}): Promise<number> {
  const all = {
    "x-shopify-topic": "products/delete",
    "x-shopify-shop-domain": shop,
    "x-shopify-webhook-id": randomUUID(),
    "x-shopify-event-id": randomUUID(),
    "x-shopify-triggered-at": new Date().toISOString(),
    "x-shopify-hmac-sha256": createHmac("sha256", secret).update(body).digest("base64"),
    ...headers,
  };
  const sent = Object.entries(all).flatMap(([name, value]): [string, string][] => (value === undefined ? [] : [[name, value]]));
  const request = new Request("http://localhost/webhooks", { method: "POST", headers: sent, body: new Uint8Array(Buffer.from(body)) });
  return (await action({ request, params: {}, context: {} })).status;
}

const stored = async () => (await pool.query<{ topic: string; payload: unknown }>("select topic, payload from webhook_events")).rows;
const jobs = async () => (await pool.query<{ payload: unknown[] }>("select payload from graphile_worker._private_jobs")).rows;

describe("a webhook", () => {
  test("is stored with its job, without anything personal", async () => {
    const order = { id: 5, name: "#5", email: "ann@example.com", note: "ring twice", currency: "GBP", line_items: [], phone: "+44 1" };
    expect(await post({ body: JSON.stringify(order), headers: { "x-shopify-topic": "orders/create" } })).toBe(200);
    const [event] = await stored();
    expect(event).toMatchObject({ topic: "orders/create", payload: { id: 5, name: "#5", guest_key: expect.stringMatching(/^g:[0-9a-f]{32}$/) } });
    expect(JSON.stringify(event)).not.toMatch(/ann@|ring twice|\+44/);
    expect(await jobs()).toHaveLength(1);
  });

  test("that was signed with the secret before a rotation is taken", async () => {
    expect(await post({ secret: oldSecret })).toBe(200);
  });

  test("that comes again is answered and kept once", async () => {
    const headers = { "x-shopify-event-id": "one-event" };
    expect(await Promise.all([post({ headers }), post({ headers }), post({ headers })])).toEqual([200, 200, 200]);
    expect(await post({ headers })).toBe(200);
    expect(await stored()).toHaveLength(1);
    expect((await jobs()).flatMap(({ payload }) => payload)).toHaveLength(1);
  });

  test("without an event id is known by its delivery's", async () => {
    const headers = { "x-shopify-event-id": undefined, "x-shopify-webhook-id": "one-delivery" };
    await post({ headers });
    await post({ headers });
    expect(await stored()).toHaveLength(1);
  });

  test("many at once are written together and each is answered", async () => {
    expect(new Set(await Promise.all(Array.from({ length: 250 }, () => post())))).toEqual(new Set([200]));
    expect(await stored()).toHaveLength(250);
    expect((await jobs()).length).toBeLessThan(50);
  });

  test("with U+0000 in a text is stored without it", async () => {
    const body = String.raw`{"id": 9, "title": "a\u0000b", "handle": "h", "updated_at": "2026-01-01T00:00:00Z"}`;
    expect(await post({ body, headers: { "x-shopify-topic": "collections/update" } })).toBe(200);
    expect((await stored())[0]?.payload).toMatchObject({ title: "ab" });
  });
});

test("an event whose job was given up by the queue is a dead letter, one that is still to be tried is not", async () => {
  const status = async () => (await pool.query<{ event_id: string; status: string }>("select event_id, status from webhook_events order by event_id")).rows;
  await post({ headers: { "x-shopify-event-id": "given-up" } });
  // As after a tenth attempt that took the worker down.
  await pool.query("update graphile_worker._private_jobs set attempts = max_attempts, locked_at = now(), locked_by = 'worker'");
  await post({ headers: { "x-shopify-event-id": "waiting" } });
  expect(await buryAbandonedEvents(new Date())).toBe(0);
  await pool.query("select graphile_worker.force_unlock_workers('{worker}')");
  expect(await buryAbandonedEvents(new Date())).toBe(1);
  expect(await status()).toEqual([{ event_id: "given-up", status: "dead" }, { event_id: "waiting", status: "pending" }]);
});

describe("refusals", () => {
  test.each<[string, number, Parts]>([
    ["a wrong signature", 401, { secret: "guessed" }],
    ["no signature", 401, { headers: { "x-shopify-hmac-sha256": undefined } }],
    ["a signature in other base64", 401, { headers: { "x-shopify-hmac-sha256": "%%%" } }],
    ["a doubled signature", 401, { headers: { "x-shopify-hmac-sha256": "a, b" } }],
    ["a body that was changed", 401, { headers: { "x-shopify-hmac-sha256": createHmac("sha256", apiSecret).update("{}").digest("base64") } }],
    ["no shop", 401, { headers: { "x-shopify-shop-domain": undefined } }],
    ["a shop that is none", 401, { headers: { "x-shopify-shop-domain": "evil.example.com" } }],
    ["a shop other than the payload's", 401, { body: JSON.stringify({ shop_id: 1, shop_domain: "other.myshopify.com" }), headers: { "x-shopify-topic": "shop/redact" } }],
    ["an uninstallation in another shop's name", 401, { body: JSON.stringify({ myshopify_domain: "other.myshopify.com" }), headers: { "x-shopify-topic": "app/uninstalled" } }],
    ["a topic that nobody subscribed to", 404, { headers: { "x-shopify-topic": "themes/publish" } }],
    ["no JSON", 400, { body: "<order/>" }],
    ["an empty body", 400, { body: "" }],
    ["a list", 400, { body: "[1]" }],
    ["broken UTF-8", 400, { body: Buffer.from([0x7b, 0xff, 0x7d]) }],
    ["more than 10 MB", 413, { body: Buffer.alloc(10 * 1024 * 1024 + 1, 0x20) }],
  ])("%s: %i", async (_, status, parts) => {
    expect(await post(parts)).toBe(status);
    expect(await stored()).toEqual([]);
  });

  test("anything but POST: 405", async () => {
    expect(loader().status).toBe(405);
    const request = new Request("http://localhost/webhooks", { method: "PUT", body: "{}" });
    expect((await action({ request, params: {}, context: {} })).status).toBe(405);
  });

  test("while the database refuses, Shopify is told to come again", async () => {
    vi.spyOn(pool, "query").mockImplementation(() => Promise.reject(new Error("the database is away")));
    expect(await Promise.all([post(), post()])).toEqual([503, 503]);
  });
});
