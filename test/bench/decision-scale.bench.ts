import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import v8 from "node:v8";
import vm from "node:vm";
import type { OfferContent } from "../../app/domain/offers/offer";
import type { ShopId } from "../../app/domain/shops/shop-id";
import { setAppEnvironment } from "../support/app-environment";
import { buildContent } from "../support/domain-builders";
import type { Benchmark } from "./benchmark";

const offerCounts = [10, 100, 1_000];
/** More take long to write: a million some minutes, ten millions the better part of an hour and 10 GB; with BENCH_DATABASE the next run finds them. */
const mostOrders = Number(process.env["BENCH_ORDERS"] ?? 100_000);
const orderCounts = [1_000, 10_000, 100_000, 1_000_000, 10_000_000].filter((count) => count <= mostOrders);
const decisionsEach = 300;
const rounds = 3;
const shopsInMemory = 20;

/**
 * One decision after another, database included: with 10 to 1,000 live offers of which the last fits, and with 1,000 orders
 * and more behind the shop (BENCH_ORDERS names the most), which should change nothing. Then what a shop's snapshot takes in memory.
 */
export const benchmark: Benchmark = {
  name: "A decision of a shop with many orders against one of a shop with few",
  async run({ databaseUrl }) {
    setAppEnvironment(databaseUrl);
    const { installShop } = await import("../support/buyers");
    const { addLongPast } = await import("./long-past");
    const { pool } = await import("../../app/data/database.server");
    const { closeSnapshots, getSnapshot } = await import("../../app/data/decisions/snapshot.server");
    const { decideForPurchase } = await import("../../app/services/decisions/decide-for-purchase.server");

    const addOffers = async (shop: ShopId, count: number) => {
      const content = (priority: number): OfferContent => buildContent({ rule: { kind: "all", conditions: [{ kind: "orderValue", currency: "GBP", minMinor: priority === count ? 0 : 1_000_000 }] } });
      for (let priority = 1; priority <= count; priority += 1) {
        const id = randomUUID();
        await pool.query("insert into offers (shop, id, status, priority, version, name, created_at, updated_at) values ($1, $2, 'active', $3, 1, 'Offer', now(), now())", [shop, id, priority]);
        await pool.query("insert into offer_versions (shop, offer_id, version, content, saved_at) values ($1, $2, 1, $3, now())", [shop, id, JSON.stringify(content(priority))]);
      }
    };
    const decide = async (shop: ShopId, customer: number) => {
      const facts = {
        referenceId: randomUUID(), currency: "GBP", countryCode: "GB", locale: "en", totalMinor: 2_500, customerKey: `c:${String(customer)}`,
        lines: [{ productId: 100, variantId: 1001, quantity: 1, totalMinor: 2_500 }],
      };
      const reply = await decideForPurchase({ shop, facts }, null, new Date());
      if (!reply.render) throw new Error("Nothing was offered");
    };
    /** The shop of this name, made on the first run of a database. */
    const shopOf = async (name: string, fill: (shop: ShopId) => Promise<void>) => {
      const known = (await pool.query<{ shop: ShopId }>("select shop from shops where shop = $1", [`${name}.myshopify.com`])).rows[0]?.shop;
      if (known) return known;
      const made = await installShop(name);
      await fill(made);
      return made;
    };
    // Nobody is asked again, in a later run either.
    let customers = Date.now();
    const timesOf = async (shop: ShopId) => {
      for (let index = 0; index < 50; index += 1) await decide(shop, (customers += 1));
      const times: number[] = [];
      for (let index = 0; index < decisionsEach; index += 1) {
        const started = performance.now();
        await decide(shop, (customers += 1));
        times.push(performance.now() - started);
      }
      return times;
    };
    const figuresOf = (times: number[]) => {
      times.sort((one, other) => one - other);
      return { median: times[Math.floor(times.length / 2)] ?? 0, p95: times[Math.floor(times.length * 0.95)] ?? 0 };
    };
    const line = (label: string, { median, p95 }: { median: number; p95: number }) => { console.log(`${label.padEnd(28)} median ${median.toFixed(2)} ms, 95 % within ${p95.toFixed(2)} ms`); };

    try {
      for (const count of offerCounts) {
        const shop = await shopOf(`bench-offers-${String(count)}`, (made) => addOffers(made, count));
        line(`${count.toLocaleString("en")} live offers`, figuresOf(await timesOf(shop)));
      }
      const shopsWithPast: { count: number; shop: ShopId; times: number[] }[] = [];
      for (const count of orderCounts) {
        const shop = await shopOf(`bench-orders-${String(count)}`, async (made) => {
          await addOffers(made, 10);
          await addLongPast(made, { orders: count, products: 2_000, customers: Math.ceil(count / 5) });
        });
        shopsWithPast.push({ count, shop, times: [] });
      }
      // What was just written is still being brought to disk and tidied, which is no part of a decision.
      await pool.query("checkpoint");
      while ((await pool.query("select from pg_stat_activity where backend_type = 'autovacuum worker'")).rowCount) await sleep(500);
      for (let round = 0; round < rounds; round += 1) for (const { shop, times } of shopsWithPast) times.push(...(await timesOf(shop)));
      const medians = shopsWithPast.map(({ count, times }) => {
        const found = figuresOf(times);
        line(`${count.toLocaleString("en")} orders behind it`, found);
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
      console.log(`${"a shop with 100 offers".padEnd(28)} ${((heap() - before) / shopsInMemory / 1024).toFixed(0)} KB in memory`);
      return {
        subject: { label: `decisions with ${orderCounts.at(-1)?.toLocaleString("en") ?? ""} orders behind`, perSecond: 1_000 / (medians.at(-1) ?? 1) },
        baseline: { label: "decisions with 1,000 orders behind", perSecond: 1_000 / (medians[0] ?? 1) },
      };
    } finally {
      await closeSnapshots();
    }
  },
};
