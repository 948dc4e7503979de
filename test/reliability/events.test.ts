import { execFile } from "node:child_process";
import path from "node:path";
import { promisify } from "node:util";
import { afterAll, describe, expect, test } from "vitest";
import { clearFaults } from "../shopify/server/faults";
import type { Order, Shop } from "../shopify/store/model";
import { setAppEnvironment } from "../support/app-environment";
import { freshDatabase } from "../support/database";
import { longForm, noteFigure } from "../support/long-form";

const databaseUrl = await freshDatabase();
setAppEnvironment(databaseUrl);
const { closeDatabase, pool } = await import("../../app/data/database.server");
const { linkShopify, openShop } = await import("../support/linked-shopify");

const shopify = await linkShopify();
afterAll(closeDatabase);

/** A small generator of chance with a seed, so that a failure can be repeated. */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

async function figuresOf(shop: string) {
  const { rows } = await pool.query<object>(
    `select o.id, o.cancelled_at is not null as cancelled,
            (select json_agg(json_build_array(l.id, l.quantity, l.current_quantity, l.unit_minor, l.total_minor) order by l.id)
               from order_lines l where l.shop = o.shop and l.order_id = o.id) as lines,
            (select coalesce(json_agg(json_build_array(r.refund_id, r.line_id, r.quantity, r.subtotal_minor) order by r.refund_id, r.line_id), '[]')
               from refund_lines r where r.shop = o.shop and r.order_id = o.id) as refunds
       from orders o where o.shop = $1 order by o.id`, [shop]);
  return rows;
}

/** The same figures, straight from the shop. */
function oracle(shop: Shop) {
  return [...shop.orders.values()].sort((a, b) => a.id - b.id).map((order: Order) => ({
    id: order.id,
    cancelled: order.cancelledAt !== null,
    lines: order.lines.map((line) => [
      line.id, line.quantity, line.currentQuantity, line.unitPrice,
      line.unitPrice * line.quantity - line.discounts.reduce((sum, { amount }) => sum + amount, 0),
    ]),
    refunds: order.refunds.flatMap((refund) => refund.lines.map((line) => [refund.id, line.lineId, line.quantity, line.subtotal])),
  }));
}

const steps = longForm("SHUFFLED_STEPS", 80);

describe("8: events that come twice and in any order", () => {
  test.each([1, 2, 3])("leave figures equal to the shop's own (seed %i)", async (seed) => {
    const { shop, opened, mug, tea } = await openShop(shopify, `shuffled-${String(seed)}`);
    const random = chance(seed);
    const pick = <T>(of: readonly T[]): T | undefined => of[Math.floor(random() * of.length)];
    const [cup] = mug.variants;
    const black = tea.variants[1];
    shopify.control.setInventory({ shop, variantId: cup?.id ?? 0, available: 10_000 });
    Object.assign(shopify.faults.webhooks, { duplicateShare: 0.3, shuffleMs: 150 });

    for (let step = 0; step < steps; step += 1) {
      // In parts, so that a long form does not hold all its deliveries at once.
      if (step % 400 === 399) await shopify.settle();
      const order = pick([...opened.orders.values()].filter(({ cancelledAt }) => cancelledAt === null));
      const line = order && pick(order.lines.filter(({ currentQuantity }) => currentQuantity > 0));
      const dice = random();
      if (!order || !line || dice < 0.4) {
        shopify.control.placeOrder({ shop, lines: [{ variantId: cup?.id ?? 0, quantity: 1 + Math.floor(random() * 4) }] });
      } else if (dice < 0.65) shopify.control.refundOrder({ shop, orderId: order.id, lines: [{ lineId: line.id, quantity: 1 }] });
      else if (dice < 0.85) {
        shopify.control.editOrder({ shop, orderId: order.id, appId: null, lines: [{ variantId: black?.id ?? 0, quantity: 1 }], shippingLines: [] });
      } else if (dice < 0.93) shopify.control.updateOrder({ shop, orderId: order.id, note: `step ${String(step)}` });
      else shopify.control.cancelOrder({ shop, orderId: order.id, reason: "other" });
    }
    await shopify.settle();
    clearFaults(shopify.faults);
    const sent = shopify.webhooks.deliveries.filter((one) => one.shop === shop);
    expect(sent.length).toBeGreaterThan(new Set(sent.map(({ topic, eventId }) => topic + eventId)).size);
    expect(await figuresOf(shop)).toEqual(oracle(opened));
    noteFigure("deliveries, figures equal to the shop's own", sent.length);
  }, steps * 500 + 60_000);
});

describe("9 and 10: one event", () => {
  test("under two subscriptions is counted once", async () => {
    const { shop, opened, mug } = await openShop(shopify, "doubled");
    opened.subscriptions.push(...opened.subscriptions.filter(({ topic }) => topic.startsWith("orders/")).map((one) => ({ ...one, id: one.id + 1_000 })));
    shopify.control.placeOrder({ shop, lines: [{ variantId: mug.variants[0]?.id ?? 0, quantity: 1 }] });
    await shopify.settle();
    const { rows } = await pool.query<{ events: number; known: number }>(
      "select count(*) as events, count(distinct topic || event_id) as known from webhook_events where shop = $1 and topic = 'orders/create'", [shop]);
    expect(rows[0]).toEqual({ events: 1, known: 1 });
    expect(await figuresOf(shop)).toEqual(oracle(opened));
  });

  test("that was triggered before the state that is held changes nothing", async () => {
    const { shop, opened, mug } = await openShop(shopify, "belated");
    const order = shopify.control.placeOrder({ shop, lines: [{ variantId: mug.variants[0]?.id ?? 0, quantity: 3 }] });
    await shopify.settle();
    const { rows: [old] } = await pool.query<{ payload: unknown; triggered_at: Date }>(
      "select payload, triggered_at from webhook_events where shop = $1 and topic = 'orders/create'", [shop]);
    shopify.control.refundOrder({ shop, orderId: order.id, lines: [{ lineId: order.lines[0]?.id ?? 0, quantity: 2 }] });
    await shopify.settle();
    const before = await figuresOf(shop);

    await pool.query(
      `insert into webhook_events (shop, topic, event_id, webhook_id, triggered_at, received_at, payload)
       values ($1, 'orders/updated', 'late', 'late', $2, now(), $3)`, [shop, old?.triggered_at, JSON.stringify(old?.payload)]);
    const { addJobs } = await import("../../app/data/jobs/jobs.server");
    await addJobs([{ task: "inbox.process", payload: [{ shop, topic: "orders/updated", eventId: "late" }] }]);
    await shopify.settle();
    expect((await pool.query("select status from webhook_events where shop = $1 and event_id = 'late'", [shop])).rows).toEqual([{ status: "done" }]);
    expect(await figuresOf(shop)).toEqual(before);
    expect(before).toEqual(oracle(opened));
  });
});

describe("29: tokens", () => {
  test("two processes that need a new one at once ask for it once", async () => {
    const { shop, opened } = await openShop(shopify, "raced");
    const rounds = longForm("TOKEN_ROUNDS", 1);
    const script = path.join(import.meta.dirname, "renew-tokens.ts");
    const env = { ...process.env, NODE_USE_ENV_PROXY: "1", HTTPS_PROXY: shopify.proxyUrl, NODE_EXTRA_CA_CERTS: shopify.caPath };
    for (let round = 0; round < rounds; round += 1) {
      const before = opened.installation?.accessTokens.size ?? 0;
      await pool.query("update sessions set expires_at = now() + interval '1 minute' where shop = $1", [shop]);
      const runs = [1, 2].map(() => promisify(execFile)(process.execPath, ["--import", "tsx", script, shop, "50"], { env }));
      const printed = (await Promise.all(runs)).map(({ stdout }) => stdout.trim());
      expect(printed).toEqual(["50", "50"]);
      expect(opened.installation?.accessTokens.size).toBe(before + 1);
    }
    noteFigure("rounds of 100 calls with one refresh", rounds);
  }, longForm("TOKEN_ROUNDS", 1) * 60_000);
});
