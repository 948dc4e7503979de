import { createHmac, randomUUID } from "node:crypto";
import { afterAll, beforeEach, describe, expect, test, vi } from "vitest";
import type { ShopId } from "../../app/domain/shops/shop-id";
import { apiSecret, setAppEnvironment } from "../support/app-environment";
import { freshDatabase } from "../support/database";

setAppEnvironment(await freshDatabase());
const { closeDatabase, pool } = await import("../../app/data/database.server");
const { closeSnapshots } = await import("../../app/data/decisions/snapshot.server");
const { prepareQueue } = await import("../../app/data/jobs/queue.server");
const { claimFlowEvent, markUnsure } = await import("../../app/data/flow/outbox.server");
const { collectFlowEvents } = await import("../../app/services/flow/collect-events.server");
const { findReorders } = await import("../../app/services/flow/find-reorders.server");
const { sendFlowEvents } = await import("../../app/services/flow/send-events.server");
const { optOut } = await import("../../app/services/courtesy/opt-out.server");
const { buildCounts } = await import("../../app/data/recommendations/build-counts.server");
const route = await import("../../app/routes/api.flow.coupon");
const { installShop } = await import("../support/buyers");
const { addOrdersAgo, dayMs } = await import("../support/past-orders");
const { signIn } = await import("../support/sign-in");

await prepareQueue();
afterAll(async () => {
  await closeSnapshots();
  await closeDatabase();
});

const now = new Date();
const daysAgo = (days: number) => new Date(now.getTime() - days * dayMs);

interface Sent { handle: string; payload: Record<string, unknown> }
let sent: Sent[] = [];
let answer: () => Response | Promise<Response>;
const accepted = () => Response.json({ data: { flowTriggerReceive: { userErrors: [] } } });

/** Shopify's end of the line: notes what arrives and answers as the test says. */
beforeEach(() => {
  sent = [];
  answer = accepted;
  vi.stubGlobal("fetch", async (_address: string, init: RequestInit) => {
    // The app's own body.
    const { variables } = JSON.parse(init.body as string) as { variables: Sent };
    sent.push(variables);
    return answer();
  });
  return () => vi.unstubAllGlobals();
});

let count = 0;
async function openShop(installedDaysAgo = 365): Promise<ShopId> {
  const shop = await installShop(`flow-${String((count += 1))}`);
  await pool.query("update shops set installed_at = $2 where shop = $1", [shop, daysAgo(installedDaysAgo)]);
  await signIn(shop);
  return shop;
}

/** A customer with so many orders, the newest first in days ago. */
const orders = (shop: ShopId, customerKey: string, days: readonly number[], productId?: number) => addOrdersAgo(shop, customerKey, days, now, productId);

const statuses = async (shop: ShopId) =>
  (await pool.query<{ status: string; count: number }>("select status, count(*)::int as count from flow_events where shop = $1 group by 1 order by 1", [shop])).rows;

describe("valued customers", () => {
  test("are told of once, with the order that made them so, guests and old customers left out", async () => {
    const shop = await openShop();
    await orders(shop, "c:1", [1, 40, 90]);
    await orders(shop, "c:2", [1, 40]);
    await orders(shop, "c:3", [30, 60, 90]);
    await orders(shop, "g:0123456789abcdef0123456789abcdef", [1, 2, 3]);
    expect(await collectFlowEvents(shop, now)).toBe(1);
    expect(await collectFlowEvents(shop, now)).toBe(0);
    await sendFlowEvents(shop);
    await sendFlowEvents(shop);
    expect(sent).toEqual([{ handle: "encore-valued-customer", payload: { customer_id: 1, Orders: 3, Spent: 75, Currency: "GBP" } }]);
  });

  test("from before the installation tell of nobody, until their next order", async () => {
    const shop = await openShop(2);
    await orders(shop, "c:1", [2.5, 40, 90]);
    expect(await collectFlowEvents(shop, now)).toBe(0);
    await orders(shop, "c:1", [1]);
    expect(await collectFlowEvents(shop, now)).toBe(1);
  });

  test("who want no offers are not told of", async () => {
    const shop = await openShop();
    await orders(shop, "c:1", [1, 40, 90]);
    await optOut(shop, "c:1", now);
    expect(await collectFlowEvents(shop, now)).toBe(0);
  });
});

describe("sending exactly once", () => {
  async function withEvents(events: number): Promise<ShopId> {
    const shop = await openShop();
    for (let customer = 1; customer <= events; customer += 1) await orders(shop, `c:${String(customer)}`, [1, 2, 3]);
    expect(await collectFlowEvents(shop, now)).toBe(events);
    return shop;
  }

  test("holds for four workers at once", async () => {
    const shop = await withEvents(12);
    await Promise.all(Array.from({ length: 4 }, () => sendFlowEvents(shop)));
    expect(sent.map(({ payload }) => payload["customer_id"]).sort((one, other) => Number(one) - Number(other))).toEqual(Array.from({ length: 12 }, (_, n) => n + 1));
    expect(await statuses(shop)).toEqual([{ status: "sent", count: 12 }]);
  });

  test("a lost reply is not answered by a second message", async () => {
    const shop = await withEvents(1);
    answer = () => { throw new TypeError("connection lost"); };
    await sendFlowEvents(shop);
    answer = accepted;
    await sendFlowEvents(shop);
    expect(sent).toHaveLength(1);
    expect(await statuses(shop)).toEqual([{ status: "unsure", count: 1 }]);
  });

  test("what Shopify did not take for now is sent later", async () => {
    const shop = await withEvents(2);
    answer = () => new Response(null, { status: 423 });
    await expect(sendFlowEvents(shop)).rejects.toThrow("Events for Flow wait");
    answer = accepted;
    await sendFlowEvents(shop);
    expect(await statuses(shop)).toEqual([{ status: "sent", count: 2 }]);
  });

  test("an event whose sender died is not sent by the next", async () => {
    const shop = await withEvents(1);
    expect(await claimFlowEvent(shop, daysAgo(1))).not.toBeNull();
    await sendFlowEvents(shop);
    expect(sent).toEqual([]);
    await markUnsure(shop, now);
    expect(await statuses(shop)).toEqual([{ status: "unsure", count: 1 }]);
  });

  test("what Shopify refuses is kept with its reason and holds nobody up", async () => {
    const shop = await withEvents(2);
    let first = true;
    answer = () => {
      if (!first) return accepted();
      first = false;
      return Response.json({ data: { flowTriggerReceive: { userErrors: [{ field: null, message: "Unknown handle" }] } } });
    };
    await sendFlowEvents(shop);
    expect(await statuses(shop)).toEqual([{ status: "refused", count: 1 }, { status: "sent", count: 1 }]);
  });
});

describe("reorders", () => {
  const day = now.toISOString().slice(0, 10);

  /** Twenty customers who buy product 100 every 30 days, and one for whom it is due. */
  async function withRhythm(): Promise<ShopId> {
    const shop = await openShop();
    for (let customer = 10; customer < 30; customer += 1) await orders(shop, `c:${String(customer)}`, [5, 35, 65]);
    await orders(shop, "c:1", [30, 60, 90]);
    await buildCounts(shop);
    return shop;
  }

  test("are told of when due, once, with the range and a checkout", async () => {
    const shop = await withRhythm();
    await findReorders(shop, day, now);
    await findReorders(shop, day, now);
    await sendFlowEvents(shop);
    expect(sent).toHaveLength(1);
    expect(sent[0]).toMatchObject({
      handle: "encore-reorder-due",
      payload: { customer_id: 1, product_id: 100, "Product title": `Product 100 of ${shop}`, "Times bought": 3, "Reorder link": `https://${shop}/cart/1001:1` },
    });
    const { rows } = await pool.query("select customers_total, customers_checked, found, cursor, finished_at is not null as done from flow_runs where shop = $1", [shop]);
    expect(rows).toEqual([{ customers_total: 21, customers_checked: 21, found: 1, cursor: null, done: true }]);
  });

  test("are not told of on the next day again", async () => {
    const shop = await withRhythm();
    await findReorders(shop, day, now);
    await findReorders(shop, "2999-01-01", new Date(now.getTime() + dayMs));
    expect(await statuses(shop)).toEqual([{ status: "pending", count: 1 }]);
  });

  test.each<[string, (shop: ShopId) => Promise<unknown>]>([
    ["wants no offers", (shop) => optOut(shop, "c:1", now)],
    ["is held out", (shop) => pool.query("update shops set hold_out_percent = 100 where shop = $1", [shop])],
    ["could not have it now", (shop) => pool.query("update variants set inventory_quantity = 0 where shop = $1", [shop])],
  ])("are kept from a customer who %s", async (_who, prepare) => {
    const shop = await withRhythm();
    await prepare(shop);
    await findReorders(shop, day, now);
    expect(await statuses(shop)).toEqual([]);
  });

  test.each<[string, number, number]>([
    ["hardly anybody bought after it", 999, 0],
    ["many bought after it", 100, 1],
  ])("are told of or not by what sixty reminders were worth: %s", async (_worth, productId, told) => {
    const shop = await withRhythm();
    // The twenty bought product 100 five days after these were sent, and nothing else.
    await pool.query(
      `insert into flow_events (shop, event_key, trigger, customer_key, payload, status, made_at, sent_at)
       select $1, 'reorder-due ' || n, 'reorder-due', 'c:' || (10 + n % 20), jsonb_build_object('product_id', $2::bigint), 'sent', $3, $3 from generate_series(1, 60) n`,
      [shop, productId, daysAgo(40)]);
    await findReorders(shop, day, now);
    const { rows } = await pool.query("select from flow_events where shop = $1 and status = 'pending'", [shop]);
    expect(rows).toHaveLength(told);
    expect((await pool.query("select from flow_runs where shop = $1 and finished_at is not null", [shop])).rowCount).toBe(1);
  });

  test("are never told of for a product that nobody buys again", async () => {
    const shop = await openShop();
    for (let customer = 100; customer < 200; customer += 1) await orders(shop, `c:${String(customer)}`, [20]);
    await orders(shop, "c:1", [30, 60, 90]);
    await buildCounts(shop);
    await findReorders(shop, day, now);
    expect(await statuses(shop)).toEqual([]);
  });
});

describe("the action that gives a coupon", () => {
  const body = (shop: string, over: Record<string, unknown> = {}) => JSON.stringify({
    shop_id: 1, shopify_domain: shop, action_run_id: randomUUID(), handle: "encore-give-coupon", properties: { customer_id: 501, percent: "10", valid_days: 30 }, ...over,
  });
  const sign = (text: string, secret = apiSecret) => createHmac("sha256", secret).update(text).digest("base64");
  const post = (text: string, signature: string | null) => route.action({
    request: new Request("http://localhost/api/flow/coupon", { method: "POST", body: text, headers: signature === null ? {} : { "X-Shopify-Hmac-Sha256": signature } }), params: {}, context: {},
  });

  test.each<[string, (text: string) => string | null]>([
    ["no signature", () => null],
    ["another secret's", (text) => sign(text, "other")],
    ["another body's", (text) => sign(`${text} `)],
    ["a hexadecimal one", (text) => createHmac("sha256", apiSecret).update(text).digest("hex")],
    ["one of another spelling", (text) => sign(text).replace(/=$/, "")],
  ])("%s opens nothing", async (_kind, signature) => {
    const shop = await openShop();
    const text = body(shop);
    expect((await post(text, signature(text))).status).toBe(401);
    expect((await pool.query("select from flow_action_runs where shop = $1", [shop])).rowCount).toBe(0);
  });

  test.each([
    [{ properties: { customer_id: 501, percent: 0, valid_days: 30 } }],
    [{ properties: { customer_id: 501, percent: 10.5, valid_days: 30 } }],
    [{ properties: { customer_id: -1, percent: 10, valid_days: 30 } }],
    [{ properties: { percent: 10, valid_days: 30 } }],
    [{ shopify_domain: "evil.example" }],
  ])("%j is refused with what is wrong", async (over) => {
    const text = body(await openShop(), over);
    const reply = await post(text, sign(text));
    expect(reply.status).toBe(400);
    expect(await reply.json()).toMatchObject({ error: "badRequest" });
  });

  test("a webhook's body opens nothing, though its signature is genuine", async () => {
    const text = JSON.stringify({ id: 1 });
    expect((await post(text, sign(text))).status).toBe(401);
  });

  test("a run counts once, and for one customer", async () => {
    const shop = await openShop();
    const run = { action_run_id: "run-1" };
    const replies = await Promise.all([1, 2, 3].map(() => post(body(shop, run), sign(body(shop, run)))));
    const given = await Promise.all(replies.map((reply) => reply.json()));
    expect(new Set(given.map((one) => JSON.stringify(one))).size).toBe(1);
    expect((await pool.query("select from flow_action_runs where shop = $1", [shop])).rowCount).toBe(1);
    const other = body(shop, { ...run, properties: { customer_id: 502, percent: 10, valid_days: 30 } });
    expect((await post(other, sign(other))).status).toBe(409);
  });

  test("customers who want no offers get none, and the workflow learns why", async () => {
    const shop = await openShop();
    await optOut(shop, "c:501", now);
    const text = body(shop);
    expect(await (await post(text, sign(text))).json()).toEqual({ return_value: { given: false, code: "", expires_at: "", reason: "optedOut" } });
  });

  test("a shop that has not installed the app gets nothing", async () => {
    const text = body("stranger.myshopify.com");
    expect((await post(text, sign(text))).status).toBe(404);
  });
});
