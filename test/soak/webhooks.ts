import { setTimeout as sleep } from "node:timers/promises";
import type { Pool } from "pg";
import { load } from "../bench/load";
import { orderWebhookBody, webhookRequest } from "../support/load-requests";
import type { Figure, SoakItem } from "./soak-item";
import { startWorker, withApp } from "./target";

const shop = "soak-1.myshopify.com";
/** As many as Shopify keeps open is not known; enough that none waits for another. */
const connections = 64;
const burstSeconds = 60;
const drainSeconds = 120;

async function empty(pool: Pick<Pool, "query">): Promise<void> {
  await pool.query("truncate webhook_events, graphile_worker._private_jobs");
}

export const steadyWebhooks: SoakItem = {
  number: 1,
  title: "300 webhooks a second for 10 minutes (web process alone)",
  minutes: 10,
  run: ({ minutes, signal, progress }) => withApp(async (app) => {
    const { pool } = await import("../../app/data/database.server");
    const body = orderWebhookBody();
    const next = () => webhookRequest(shop, body);
    await load({ url: app.url, connections, seconds: 3, rate: 100, expected: 200, signal, next });
    await empty(pool);
    progress(`300 a second, ${String(minutes)} minutes`);
    const sent = await load({ url: app.url, connections, seconds: minutes * 60, rate: 300, expected: 200, signal, next });
    const stored = (await pool.query<{ count: number }>("select count(*) from webhook_events")).rows[0]?.count ?? 0;
    await empty(pool);
    return [
      { name: "webhooks", value: sent.count, unit: "" },
      { name: "a second", value: sent.perSecond, unit: "/s", atLeast: 295 },
      { name: "p99", value: sent.p99, unit: "ms", atMost: 250 },
      { name: "not 2xx", value: sent.errors, unit: "", atMost: 0 },
      { name: "accepted and not stored", value: Math.abs(sent.count - sent.errors - stored), unit: "", atMost: 0 },
    ];
  }),
};

export const burst: SoakItem = {
  number: 2,
  title: "A burst of 600 webhooks a second for a minute, with a worker",
  run: ({ scale, signal, progress }) => withApp(async (app): Promise<Figure[]> => {
    const { pool } = await import("../../app/data/database.server");
    const { installShop } = await import("../support/buyers");
    const installed = await installShop("soak-2");
    const worker = startWorker();
    try {
      progress("600 a second");
      // Ten thousand orders, each of them changed several times.
      const bodies = Array.from({ length: 10_000 }, (_, index) => orderWebhookBody(5_500_000 + index));
      const sent = await load({
        url: app.url, connections: 256, seconds: burstSeconds * scale, rate: 600, expected: 200, signal,
        next: (index) => webhookRequest(installed, bodies[index % bodies.length] ?? ""),
      });
      progress("draining");
      const ended = performance.now();
      const pending = async () => (await pool.query<{ count: number }>("select count(*) from webhook_events where status <> 'done'")).rows[0]?.count ?? 0;
      let left = await pending();
      while (left > 0 && performance.now() - ended < drainSeconds * 2_000 && !signal.aborted) {
        await sleep(500);
        left = await pending();
      }
      return [
        { name: "webhooks", value: sent.count, unit: "" },
        { name: "a second", value: sent.perSecond, unit: "/s", atLeast: 590 },
        { name: "slowest", value: sent.worst / 1_000, unit: "s", atMost: 5 },
        { name: "not 2xx", value: sent.errors, unit: "", atMost: 0 },
        { name: "drained after", value: (performance.now() - ended) / 1_000, unit: "s", atMost: drainSeconds },
        { name: "not processed", value: left, unit: "", atMost: 0 },
      ];
    } finally {
      await worker.stop();
    }
  }),
};
