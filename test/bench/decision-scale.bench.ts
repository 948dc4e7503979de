import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import v8 from "node:v8";
import vm from "node:vm";
import type { OfferContent } from "../../app/domain/offers/offer";
import type { ShopId } from "../../app/domain/shops/shop-id";
import { setAppEnvironment } from "../support/app-environment";
import { startApp } from "../support/app-process";
import { buildContent } from "../support/domain-builders";
import { purchaseRequest } from "../support/load-requests";
import type { Benchmark } from "./benchmark";

const offerCounts = [10, 100, 1_000];
/** More take long to write: a million two minutes, ten millions half an hour and 16 GB; with BENCH_DATABASE the next run finds them. */
const mostOrders = Number(process.env["BENCH_ORDERS"] ?? 100_000);
const orderCounts = [1_000, 10_000, 100_000, 1_000_000, 10_000_000].filter((count) => count <= mostOrders);
const ordersEach = 5;
const decisionsEach = Number(process.env["BENCH_REQUESTS"] ?? 150);
const rounds = 3;
/** Customers from here on have ordered nothing. */
const firstNew = 1_000_000_000;
const shopsInMemory = 20;

/**
 * One decision after another, asked of the built app as a page asks: with 10 to 1,000 live offers of which the last fits, and
 * with 1,000 orders and more behind the shop (BENCH_ORDERS names the most), which should change nothing, whether the
 * customer is new, has bought some times, or five hundred. Then what a shop's snapshot takes in memory.
 */
export const benchmark: Benchmark = {
  name: "A decision of a shop with many orders against one of a shop with few",
  async run({ databaseUrl }) {
    setAppEnvironment(databaseUrl);
    const { installShop, purchaseToken, relaxCourtesy } = await import("../support/buyers");
    const { addLongPast, regular } = await import("./long-past");
    const { pool } = await import("../../app/data/database.server");
    const { closeSnapshots, getSnapshot } = await import("../../app/data/decisions/snapshot.server");

    const addOffers = async (shop: ShopId, count: number) => {
      const content = (priority: number): OfferContent => buildContent({ rule: { kind: "all", conditions: [{ kind: "orderValue", currency: "GBP", minMinor: priority === count ? 0 : 1_000_000 }] } });
      for (let priority = 1; priority <= count; priority += 1) {
        const id = randomUUID();
        await pool.query("insert into offers (shop, id, status, priority, version, name, created_at, updated_at) values ($1, $2, 'active', $3, 1, 'Offer', now(), now())", [shop, id, priority]);
        await pool.query("insert into offer_versions (shop, offer_id, version, content, saved_at) values ($1, $2, 1, $3, now())", [shop, id, JSON.stringify(content(priority))]);
      }
    };
    const app = await startApp();
    const decide = async (shop: ShopId, customerId: number) => {
      const { method, path, ...request } = purchaseRequest("decision", purchaseToken(shop, { customerId }).token);
      const started = performance.now();
      const reply = await fetch(new URL(path, app.url), { method, ...request });
      const answer = await reply.text();
      const took = performance.now() - started;
      // Of who has bought lately courtesy may ask nothing.
      if (!reply.ok || (customerId >= firstNew && !answer.includes('"render":true'))) throw new Error(`Nothing was offered: ${String(reply.status)} ${answer.slice(0, 200)}`);
      return took;
    };
    /** The shop of this name, made on the first run of a database. */
    const shopOf = async (name: string, fill: (shop: ShopId) => Promise<void>) => {
      const known = (await pool.query<{ shop: ShopId }>("select shop from shops where shop = $1", [`${name}.myshopify.com`])).rows[0]?.shop;
      if (known) return known;
      const made = await installShop(name);
      await fill(made);
      return made;
    };
    const timesOf = async (shop: ShopId, customerOf: (index: number) => number) => {
      // What the app has offered a customer before counts; of other runs and rounds nothing is to be left.
      await pool.query("delete from decisions where shop = $1 and decided_at > now() - interval '1 day'", [shop]);
      for (let index = 0; index < 50; index += 1) await decide(shop, customerOf(-1 - index));
      const times: number[] = [];
      for (let index = 0; index < decisionsEach; index += 1) times.push(await decide(shop, customerOf(index)));
      return times;
    };
    const isNew = (index: number) => firstNew + 100 + index;
    const figuresOf = (times: number[]) => {
      times.sort((one, other) => one - other);
      return { median: times[Math.floor(times.length / 2)] ?? 0, p95: times[Math.floor(times.length * 0.95)] ?? 0 };
    };
    const line = (label: string, { median, p95 }: { median: number; p95: number }) => { console.log(`${label.padEnd(40)} median ${median.toFixed(2)} ms, 95 % within ${p95.toFixed(2)} ms`); };

    try {
      for (const count of offerCounts) {
        const shop = await shopOf(`bench-offers-${String(count)}`, (made) => addOffers(made, count));
        line(`${count.toLocaleString("en")} live offers`, figuresOf(await timesOf(shop, isNew)));
      }
      const asked: { label: string; shop: ShopId; customerOf: (index: number) => number; times: number[] }[] = [];
      for (const count of orderCounts) {
        const customers = Math.ceil(count / ordersEach);
        const shop = await shopOf(`bench-orders-${String(count)}`, async (made) => {
          await addOffers(made, 10);
          await addLongPast(made, { orders: count, products: 2_000, customers });
        });
        await relaxCourtesy(shop);
        const behind = `${count.toLocaleString("en")} orders`;
        asked.push({ label: `${behind}, customer new`, shop, customerOf: isNew, times: [] });
        asked.push({ label: `${behind}, some by customer`, shop, customerOf: (index) => 2 + ((index + 100) * 7_919) % (customers - 2), times: [] });
        asked.push({ label: `${behind}, ${String(regular.orders)} by customer`, shop, customerOf: () => regular.id, times: [] });
      }
      // What was just written is still being brought to disk and tidied, which is no part of a decision.
      await pool.query("checkpoint");
      while ((await pool.query("select from pg_stat_activity where backend_type = 'autovacuum worker'")).rowCount) await sleep(500);
      for (let round = 0; round < rounds; round += 1) for (const one of asked) one.times.push(...(await timesOf(one.shop, one.customerOf)));
      const medians = asked.map(({ label, times }) => {
        const found = figuresOf(times);
        line(label, found);
        return found.median;
      });
      v8.setFlagsFromString("--expose-gc");
      // The flag makes this a function without arguments.
      const collect = vm.runInNewContext("gc") as () => void;
      const heap = () => {
        collect();
        return process.memoryUsage().heapUsed;
      };
      const shops: ShopId[] = [];
      for (let index = 0; index < shopsInMemory; index += 1) {
        shops.push(await shopOf(`bench-memory-${String(index)}`, (made) => addOffers(made, 100)));
      }
      const before = heap();
      for (const shop of shops) await getSnapshot(shop, new Date());
      console.log(`${"a shop with 100 offers".padEnd(40)} ${((heap() - before) / shopsInMemory / 1024).toFixed(0)} KB in memory`);
      return {
        subject: { label: `decisions with ${orderCounts.at(-1)?.toLocaleString("en") ?? ""} orders behind`, perSecond: 1_000 / (medians.at(-3) ?? 1) },
        baseline: { label: "decisions with 1,000 orders behind", perSecond: 1_000 / (medians[0] ?? 1) },
      };
    } finally {
      await app.stop();
      await closeSnapshots();
    }
  },
};
