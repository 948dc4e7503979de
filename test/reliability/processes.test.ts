import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { createHmac, randomUUID } from "node:crypto";
import http from "node:http";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, expect, test } from "vitest";
import { root } from "../setup/paths";
import { apiSecret, setAppEnvironment } from "../support/app-environment";
import { startApp } from "../support/app-process";
import { freshDatabase } from "../support/database";
import { longForm, noteFigure } from "../support/long-form";

setAppEnvironment(await freshDatabase());
const { closeDatabase, pool } = await import("../../app/data/database.server");
const { storeEvents } = await import("../../app/data/inbox/inbox.server");
const { freeAbandonedJobs } = await import("../../app/data/jobs/worker-liveness.server");
const { prepareQueue } = await import("../../app/data/jobs/queue.server");
const { minimise } = await import("../../app/domain/inbox/minimise");
const { installShop } = await import("../support/buyers");
await prepareQueue();
afterAll(closeDatabase);

interface Outcome {
  eventId: string;
  /** Null when the connection broke before an answer. */
  status: number | null;
  refused: boolean;
}

function orderBody(id: number): string {
  return JSON.stringify({
    id, name: `#${String(id)}`, currency: "GBP", subtotal_price: "10.00", total_price: "10.00", created_at: "2026-11-21T09:00:00Z", updated_at: "2026-11-21T09:00:00Z",
    line_items: [{ id: id * 10, product_id: 1, variant_id: 2, title: "Mug", quantity: 1, price: "10.00" }],
  });
}

function send(url: string, shop: string, id: number): Promise<Outcome> {
  const body = orderBody(id);
  const eventId = randomUUID();
  return new Promise((resolve) => {
    const request = http.request(`${url}/webhooks`, {
      method: "POST",
      headers: {
        "content-type": "application/json", "x-shopify-topic": "orders/create", "x-shopify-shop-domain": shop, "x-shopify-webhook-id": eventId,
        "x-shopify-event-id": eventId, "x-shopify-triggered-at": new Date().toISOString(),
        "x-shopify-hmac-sha256": createHmac("sha256", apiSecret).update(body).digest("base64"),
      },
    }, (reply) => {
      reply.resume();
      reply.once("end", () => { resolve({ eventId, status: reply.statusCode ?? null, refused: false }); });
      reply.once("error", () => { resolve({ eventId, status: null, refused: false }); });
    });
    request.once("error", (error: NodeJS.ErrnoException) => { resolve({ eventId, status: null, refused: error.code === "ECONNREFUSED" }); });
    request.end(body);
  });
}

const webKills = longForm("WEB_KILLS", 3);

test("11: no acknowledged event is lost when the web process is killed", async () => {
  const shop = await installShop("killed");
  let acknowledged = 0;
  for (let round = 1; round <= webKills; round += 1) {
    const app = await startApp();
    const killAfter = 1 + Math.floor(Math.random() * 150);
    let answers = 0;
    const sending = Array.from({ length: 300 }, async (_, index) => {
      await sleep(Math.random() * 150);
      const outcome = await send(app.url, shop, round * 1_000 + index);
      answers += 1;
      if (answers === killAfter) process.kill(app.pid, "SIGKILL");
      return outcome;
    });
    const accepted = (await Promise.all(sending)).filter(({ status }) => status === 200).map(({ eventId }) => eventId);
    acknowledged += accepted.length;
    const { rows } = await pool.query<{ stored: number; queued: number }>(
      `select (select count(*) from webhook_events where shop = $1 and event_id = any($2)) as stored,
              (select count(*) from graphile_worker._private_jobs j, json_array_elements(j.payload) p where p->>'eventId' = any($2)) as queued`,
      [shop, accepted]);
    expect(rows[0]).toEqual({ stored: accepted.length, queued: accepted.length });
  }
  expect(acknowledged).toBeGreaterThan(0);
  noteFigure("kills", webKills);
  noteFigure("events acknowledged, all of them stored and queued", acknowledged);
  await pool.query("delete from webhook_events; delete from graphile_worker._private_jobs");
}, webKills * 40_000);

test("44: requests under way are answered when the web process is told to stop", async () => {
  const shop = await installShop("stopped");
  const app = await startApp();
  const sending = Array.from({ length: 100 }, (_, index) => send(app.url, shop, index + 1));
  await sleep(15);
  await app.stop();
  const outcomes = await Promise.all(sending);
  expect(outcomes.filter(({ status, refused }) => status !== 200 && !refused)).toEqual([]);
  await pool.query("delete from webhook_events; delete from graphile_worker._private_jobs");
});

function startWorker(): ChildProcess {
  return spawn(process.execPath, [path.join(root, "build/worker.js")], { env: { ...process.env, NODE_ENV: "production", DATABASE_POOL: "6" }, stdio: "ignore" });
}

async function stopped(worker: ChildProcess): Promise<number | null> {
  worker.kill("SIGTERM");
  return new Promise((resolve) => worker.once("exit", resolve));
}

async function until(what: string, check: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 600; tries += 1) {
    if (await check()) return;
    await sleep(50);
  }
  throw new Error(`${what} did not happen within 30 s`);
}

const count = async (sql: string, ...values: unknown[]) => (await pool.query<{ count: number }>(`select count(*) from ${sql}`, values)).rows[0]?.count ?? 0;

const workerKills = longForm("WORKER_KILLS", 2);

test("12: a worker that is killed leaves its jobs to the next, and each effect is there once", async () => {
  const shop = await installShop("worked");
  const total = workerKills * 1_000;
  for (let start = 0; start < total; start += 20) {
    await storeEvents(Array.from({ length: 20 }, (_, index) => ({
      shop, topic: "orders/create", eventId: randomUUID(), webhookId: randomUUID(), triggeredAt: new Date(), receivedAt: new Date(),
      payload: minimise("orders/create", JSON.parse(orderBody(start + index + 1)), () => ""),
    })));
  }
  let kills = 0;
  for (; kills < workerKills && (await count("graphile_worker.jobs where task_identifier = 'inbox.process' and locked_at is null")) > 0; kills += 1) {
    const worker = startWorker();
    const before = await count("orders where shop = $1", shop);
    await until(`work in round ${String(kills + 1)}`, async () => (await count("orders where shop = $1", shop)) > before);
    worker.kill("SIGKILL");
    await new Promise((resolve) => worker.once("exit", resolve));
  }
  expect(await count("graphile_worker._private_jobs where locked_at is not null")).toBeGreaterThan(0);
  await pool.query("update graphile_worker._private_jobs set locked_at = locked_at - interval '1 minute' where locked_at is not null");
  expect(await freeAbandonedJobs()).toBeGreaterThan(0);

  const worker = startWorker();
  await until("the rest of the work", async () => (await count("webhook_events where shop = $1 and status = 'done'", shop)) === total);
  // What the clock queues in the meantime (counting, say) may stay for the next worker.
  await until("the end of every job of an event", async () => (await count("graphile_worker.jobs where task_identifier = 'inbox.process'")) === 0);
  expect(await stopped(worker)).toBe(0);
  expect(await count("orders where shop = $1", shop)).toBe(total);
  expect(await count("order_lines where shop = $1", shop)).toBe(total);
  noteFigure("kills", kills);
  noteFigure("events, the effect of each there once", total);
}, workerKills * 60_000);

test("12: a worker that lives keeps its jobs, however long they take", async () => {
  const shop = await installShop("long-worked");
  const worker = startWorker();
  const client = await pool.connect();
  try {
    await client.query("begin");
    await client.query("lock table orders in exclusive mode");
    await storeEvents([{
      shop, topic: "orders/create", eventId: randomUUID(), webhookId: randomUUID(), triggeredAt: new Date(), receivedAt: new Date(),
      payload: minimise("orders/create", JSON.parse(orderBody(1)), () => ""),
    }]);
    const jobUnderWay = "graphile_worker.jobs where task_identifier = 'inbox.process' and locked_at is not null";
    await until("a job under way", async () => (await count(jobUnderWay)) === 1);
    await until("the worker's sign of life", async () => (await count("pg_locks where locktype = 'advisory' and database = (select oid from pg_database where datname = current_database())")) > 0);
    await pool.query("update graphile_worker._private_jobs set locked_at = locked_at - interval '1 minute' where locked_at is not null");
    expect(await freeAbandonedJobs()).toBe(0);
    expect(await count(jobUnderWay)).toBe(1);
  } finally {
    await client.query("rollback");
    client.release();
  }
  await until("the order", async () => (await count("orders where shop = $1", shop)) === 1);
  expect(await stopped(worker)).toBe(0);
});
