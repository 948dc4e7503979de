import { setTimeout as sleep } from "node:timers/promises";
import { load } from "../bench/load";
import { orderWebhookBody, purchaseRequest, webhookRequest } from "../support/load-requests";
import { residentMb } from "../support/process-figures";
import type { Figure, SoakItem } from "./soak-item";
import { startWorker, withApp } from "./target";

const connections = 32;
/** Until caches and the heap have their size. */
const warmUpPart = 1 / 3;

export const halfLoad: SoakItem = {
  number: 6,
  title: "Half load for 30 minutes: memory and connections (150 webhooks and 100 decisions a second, a worker)",
  minutes: 30,
  run: ({ minutes, signal, progress }) => withApp(async (app) => {
    const { pool } = await import("../../app/data/database.server");
    const { addOffer, installShop, purchaseToken } = await import("../support/buyers");
    const shop = await installShop("soak-6");
    await addOffer(shop);
    const worker = startWorker();
    const bodies = Array.from({ length: 5_000 }, (_, index) => orderWebhookBody(5_500_000 + index));
    const during = (seconds: number) => Promise.all([
      load({ url: app.url, connections, seconds, rate: 150, expected: 200, signal, next: (index) => webhookRequest(shop, bodies[index % bodies.length] ?? "") }),
      load({ url: app.url, connections, seconds, rate: 100, expected: 200, signal, next: () => purchaseRequest("decision", purchaseToken(shop).token) }),
    ]);
    /** The largest of some looks: between two collections of garbage memory rises and falls. */
    const held = async (pid: number) => {
      let most = 0;
      for (let look = 0; look < 10; look += 1) {
        most = Math.max(most, residentMb(pid) ?? NaN);
        await sleep(1_000);
      }
      return most;
    };
    const look = async () => {
      const [web, work] = await Promise.all([held(app.pid), held(worker.pid), during(10)]);
      const { rows } = await pool.query<{ all: number; stuck: number }>(
        `select count(*) as all, count(*) filter (where state like 'idle in transaction%') as stuck
         from pg_stat_activity where datname = current_database() and backend_type = 'client backend'`);
      return { web, work, connections: rows[0]?.all ?? 0, stuck: rows[0]?.stuck ?? 0 };
    };
    try {
      const seconds = minutes * 60;
      progress("warming up");
      await during(seconds * warmUpPart);
      const before = await look();
      progress(`half load, ${String(minutes)} minutes`);
      const results = await during(seconds * (1 - warmUpPart));
      const after = await look();
      const growth = (now: number, then: number) => (now / then - 1) * 100;
      const figures: Figure[] = [
        { name: "web process after warming up", value: before.web, unit: "MB" },
        { name: "growth of the web process", value: growth(after.web, before.web), unit: "%", atMost: 10 },
        { name: "growth of the worker", value: growth(after.work, before.work), unit: "%", atMost: 10 },
        { name: "connections more than before", value: after.connections - before.connections, unit: "", atMost: 0 },
        { name: "connections left in a transaction", value: after.stuck, unit: "", atMost: 0 },
        { name: "errors", value: results.reduce((sum, { errors }) => sum + errors, 0), unit: "", atMost: 0 },
      ];
      return figures;
    } finally {
      await worker.stop();
    }
  }),
};
