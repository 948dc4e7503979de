import { createHmac, randomUUID } from "node:crypto";
import { apiSecret, setAppEnvironment } from "../support/app-environment";
import { startApp } from "../support/app-process";
import type { Benchmark } from "./benchmark";
import type { LoadResult } from "./load";
import { load, table } from "./load";

const seconds = Number(process.env["BENCH_SECONDS"] ?? 6);
const connections = 32;
/** Webhooks a second that the app promises to hold (reliability, test 1). */
const promisedRate = 300;
const topic = "orders/updated";
const shop = "intake-bench.myshopify.com";

/** An order of 12 lines as Shopify sends it, about 7 KB. */
function orderBody(): string {
  const money = (amount: string) => ({ shop_money: { amount, currency_code: "GBP" }, presentment_money: { amount, currency_code: "GBP" } });
  const lines = Array.from({ length: 12 }, (_, index) => ({
    id: 14_000_000 + index, product_id: 8_000 + index, variant_id: 42_000 + index, title: `Hanging heart ${String(index)}`, quantity: 2,
    current_quantity: 2, price: "2.55", price_set: money("2.55"), total_discount_set: money("0.00"), discount_allocations: [], vendor: "Potter", sku: `S${String(index)}`,
  }));
  return JSON.stringify({
    id: 5_500_000, name: "#1001", email: "ann@example.com", note: "ring twice", checkout_token: "a1b2c3", currency: "GBP", customer: { id: 77, email: "ann@example.com", first_name: "Ann" },
    shipping_address: { name: "Ann", address1: "1 High Street", city: "Leeds", zip: "LS1", country_code: "GB" }, source_name: "web", payment_gateway_names: ["shopify_payments"],
    discount_codes: [], subtotal_price: "61.20", total_price: "65.15", total_price_set: money("65.15"), financial_status: "paid", test: false,
    created_at: "2026-11-21T09:00:00Z", processed_at: "2026-11-21T09:00:00Z", cancelled_at: null, updated_at: "2026-11-21T09:00:02Z", line_items: lines, refunds: [],
  });
}

/**
 * Webhooks, verified, stripped of personal data and committed with their job before the answer, against single inserts
 * of the same payload by `pg` over as many connections as the app has; the client runs beside it on the same cores.
 */
export const benchmark: Benchmark = {
  name: "Webhook intake against bare inserts of the same payload",
  async run({ databaseUrl }) {
    setAppEnvironment(databaseUrl);
    const { pool } = await import("../../app/data/database.server");
    const body = orderBody();
    const signature = createHmac("sha256", apiSecret).update(body).digest("base64");
    const app = await startApp({ LOG_LEVEL: "info" });
    try {
      const headers = (eventId: string) => ({
        "content-type": "application/json", "x-shopify-topic": topic, "x-shopify-shop-domain": shop, "x-shopify-webhook-id": randomUUID(),
        "x-shopify-event-id": eventId, "x-shopify-triggered-at": new Date().toISOString(), "x-shopify-hmac-sha256": signature,
      });
      const fresh = () => ({ method: "POST" as const, path: "/webhooks", headers: headers(randomUUID()), body });
      const again = () => ({ method: "POST" as const, path: "/webhooks", headers: headers("known"), body });
      const at = { url: app.url, connections, seconds, expected: 200 };

      await load({ ...at, seconds: 2, next: fresh });
      const bare = await bareInserts((eventId) => pool.query({
        name: "bare-insert",
        text: `insert into webhook_events (shop, topic, event_id, webhook_id, triggered_at, received_at, payload) values ($1, $2, $3, $3, now(), now(), $4)`,
        values: ["bare-bench.myshopify.com", topic, eventId, body],
      }));
      const before = await stored(pool);
      const subject = await load({ ...at, next: fresh });
      const kept = (await stored(pool)) - before;
      const repeated = await load({ ...at, next: again });
      const paced = await load({ ...at, rate: promisedRate, next: fresh });
      console.log(table([
        { label: "bare insert", result: bare },
        { label: "webhook, each new", result: subject },
        { label: "webhook, the same again", result: repeated },
        { label: `webhook, ${String(promisedRate)} a second`, result: paced },
      ]));
      console.log(`${String(Buffer.byteLength(body))} bytes a webhook; ${String(subject.count)} accepted, ${String(kept)} stored`);
      return {
        subject: { label: "webhooks verified, stored and queued", perSecond: subject.perSecond },
        baseline: { label: "bare inserts of the payload", perSecond: bare.perSecond },
      };
    } finally {
      await app.stop();
      await pool.query("delete from webhook_events where shop = any($1)", [[shop, "bare-bench.myshopify.com"]]);
      await pool.query("delete from graphile_worker._private_jobs where payload->0->>'shop' = $1", [shop]);
    }
  },
};

async function stored(pool: { query(sql: string, values: unknown[]): Promise<{ rows: unknown[] }> }): Promise<number> {
  const { rows } = await pool.query("select count(*) as count from webhook_events where shop = $1", [shop]);
  const [row] = rows;
  return typeof row === "object" && row !== null && "count" in row ? Number(row.count) : 0;
}

async function bareInserts(insert: (eventId: string) => Promise<unknown>): Promise<LoadResult> {
  const times: number[] = [];
  const started = performance.now();
  const client = async () => {
    while (performance.now() - started < seconds * 1_000) {
      const begun = performance.now();
      await insert(randomUUID());
      times.push(performance.now() - begun);
    }
  };
  await Promise.all(Array.from({ length: connections }, client));
  const elapsed = (performance.now() - started) / 1_000;
  times.sort((one, other) => one - other);
  const percentile = (part: number) => times[Math.min(times.length - 1, Math.floor(times.length * part))] ?? NaN;
  return { perSecond: times.length / elapsed, p50: percentile(0.5), p95: percentile(0.95), p99: percentile(0.99), count: times.length, errors: 0 };
}
