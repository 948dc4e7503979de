import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { onServer } from "../setup/postgres/database";
import { startServer } from "../setup/postgres/server";
import { orderWebhookBody, signatureOf, webhookRequest } from "../support/load-requests";
import { copyTemplate, ensureTemplate } from "../support/template";
import type { SoakItem } from "./soak-item";
import { withApp } from "./target";

const options = { name: "soak", port: 54_500, durable: true };
const fullRestarts = 20;
const perSecond = 50;
const shop = "soak-13.myshopify.com";

export const databaseRestarts: SoakItem = {
  number: 13,
  title: `PostgreSQL restarted ${String(fullRestarts)} times under ${String(perSecond)} webhooks a second`,
  async run({ scale, signal, progress }) {
    let server = await startServer(options);
    const address = server.url("postgres");
    try {
      const database = await copyTemplate(server.url, await ensureTemplate(server.url));
      const name = new URL(database.url).pathname.slice(1);
      return await withApp(async ({ url }) => {
        const body = orderWebhookBody();
        const signature = signatureOf(body);
        const accepted: string[] = [];
        const send = async (): Promise<boolean> => {
          const eventId = randomUUID();
          const { method, path, headers } = webhookRequest(shop, body, eventId, signature);
          const answer = await fetch(`${url}${path}`, { method, headers, body }).catch(() => null);
          await answer?.arrayBuffer();
          if (answer?.ok) accepted.push(eventId);
          return answer?.ok ?? false;
        };
        const underWay = new Set<Promise<boolean>>();
        const ticking = setInterval(() => {
          const sending: Promise<boolean> = send().finally(() => underWay.delete(sending));
          underWay.add(sending);
        }, 1_000 / perSecond);
        const restarts = Math.max(1, Math.round(fullRestarts * scale));
        let slowest = 0;
        try {
          for (let done = 0; done < restarts && !signal.aborted; done += 1) {
            progress(`restart ${String(done + 1)} of ${String(restarts)}`);
            await sleep(2_000);
            await server.stop();
            server = await startServer(options);
            if (server.url("postgres") !== address) throw new Error("PostgreSQL came back at another port");
            const back = performance.now();
            while (!(await send()) && performance.now() - back < 60_000) await sleep(50);
            slowest = Math.max(slowest, performance.now() - back);
          }
        } finally {
          clearInterval(ticking);
          await Promise.all(underWay);
        }
        const stored = await onServer((_database) => server.url(name), async (client) =>
          (await client.query<{ event_id: string }>("select event_id from webhook_events where shop = $1", [shop])).rows.map(({ event_id: id }) => id));
        const there = new Set(stored);
        return [
          { name: "restarts", value: restarts, unit: "" },
          { name: "webhooks accepted", value: accepted.length, unit: "" },
          { name: "accepted and not stored", value: accepted.filter((id) => !there.has(id)).length, unit: "", atMost: 0 },
          { name: "slowest recovery", value: slowest / 1_000, unit: "s", atMost: 10 },
        ];
      }, { DATABASE_URL: database.url });
    } finally {
      await server.stop();
    }
  },
};
