import { randomUUID } from "node:crypto";
import { setAppEnvironment } from "../support/app-environment";
import { startApp } from "../support/app-process";
import { orderWebhookBody, signatureOf, webhookRequest } from "../support/load-requests";
import type { Benchmark } from "./benchmark";
import type { LoadResult } from "./load";
import { load, table } from "./load";

const seconds = Number(process.env["BENCH_SECONDS"] ?? 6);
const connections = 32;
/** Webhooks a second that the app promises to hold (reliability, test 1). */
const promisedRate = 300;
const topic = "orders/updated";
const shop = "intake-bench.myshopify.com";

/**
 * Webhooks, verified, stripped of personal data and committed with their job before the answer, against single inserts
 * of the same payload by `pg` over as many connections as the app has; the client runs beside it on the same cores.
 */
export const benchmark: Benchmark = {
  name: "Webhook intake against bare inserts of the same payload",
  async run({ databaseUrl }) {
    setAppEnvironment(databaseUrl);
    const { pool } = await import("../../app/data/database.server");
    const body = orderWebhookBody();
    const signature = signatureOf(body);
    const app = await startApp({ LOG_LEVEL: "info" });
    try {
      const fresh = () => webhookRequest(shop, body, randomUUID(), signature);
      const again = () => webhookRequest(shop, body, "known", signature);
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
  return { perSecond: times.length / elapsed, p50: percentile(0.5), p95: percentile(0.95), p99: percentile(0.99), worst: times.at(-1) ?? NaN, count: times.length, errors: 0 };
}
