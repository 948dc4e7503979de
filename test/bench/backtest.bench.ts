import os from "node:os";
import type { OfferContent } from "../../app/domain/offers/offer";
import { setAppEnvironment } from "../support/app-environment";
import { buildContent } from "../support/domain-builders";
import type { Benchmark } from "./benchmark";

const orders = 200_000;
const linesPerOrder = 2.5;
const promisedSeconds = 10;
const tries = 3;

/**
 * Back-tests among ten offers on 500,000 order lines, of a product that staff named and of bestsellers as of each order,
 * against reading the same lines out of the same database with one plain query and doing nothing with them. Seconds of
 * the clock depend on what else the machine does; the process's own seconds hardly do.
 */
export const benchmark: Benchmark = {
  name: "Back-test on 500,000 order lines against reading them",
  async run({ databaseUrl }) {
    setAppEnvironment(databaseUrl);
    const { addOffer, addProduct, installShop } = await import("../support/buyers");
    const { addManyOrders } = await import("../support/past-orders");
    const { pool } = await import("../../app/data/database.server");
    const { closeSnapshots } = await import("../../app/data/decisions/snapshot.server");
    const { readBacktest } = await import("../../app/services/backtest/read-backtest.server");
    const { runBacktest } = await import("../../app/services/backtest/run-backtest.server");
    const { insertRun } = await import("../../app/data/backtest/backtest-runs.server");
    const shop = await installShop("bench-backtest");
    for (let id = 1; id <= 60; id += 1) await addProduct(shop, id, [{ id: id * 10, priceMinor: 1_000 }]);
    for (let priority = 1; priority <= 10; priority += 1) {
      await addOffer(shop, { rule: { kind: "all", conditions: [{ kind: "orderValue", currency: "GBP", minMinor: priority * 700 }, { kind: "customerOrderCount", min: priority }] } });
    }
    const half = { orders: orders / 2, products: 3_000, customers: 40_000 };
    await addManyOrders(shop, { ...half, linesPerOrder: 2 });
    await addManyOrders(shop, { ...half, linesPerOrder: 3, firstId: orders / 2 });
    const rule: OfferContent["rule"] = { kind: "all", conditions: [{ kind: "orderValue", currency: "GBP", minMinor: 2_500 }] };
    const tested: Record<string, OfferContent> = {
      "a named product": buildContent({ rule, discount: { kind: "percentage", percent: 10 } }),
      bestsellers: buildContent({ rule, products: [], strategy: { kind: "bestseller", days: 30, exclude: { productIds: [], collectionIds: [], tags: [] } } }),
    };
    const measure = async (content: OfferContent): Promise<{ seconds: number; busy: number }> => {
      const runId = await insertRun(shop, { offerId: null, content, now: new Date() }, pool);
      const before = process.cpuUsage();
      const started = performance.now();
      await runBacktest(shop, runId, new Date(), new AbortController().signal, true);
      const seconds = (performance.now() - started) / 1_000;
      const { user, system } = process.cpuUsage(before);
      const result = (await readBacktest(shop, runId))?.result;
      if (result?.lines !== orders * linesPerOrder) throw new Error(`Replayed ${String(result?.lines)} lines`);
      return { seconds, busy: (user + system) / 1e6 };
    };
    try {
      let best = Infinity;
      for (const [what, content] of Object.entries(tested)) {
        const measured = [];
        for (let round = 0; round < tries; round += 1) measured.push(await measure(content));
        best = Math.min(best, ...measured.map(({ seconds }) => seconds));
        console.log(`back-test of ${what}: ${measured.map(({ seconds }) => seconds.toFixed(1)).join(", ")} s (promised ${String(promisedSeconds)}), of which the process computed ${measured.map(({ busy }) => busy.toFixed(1)).join(", ")} s`);
      }
      const started = performance.now();
      await pool.query(
        `select l.order_id, l.product_id, l.variant_id, l.quantity, l.total_minor from order_lines l join orders o on o.shop = l.shop and o.id = l.order_id
         where l.shop = $1 order by o.processed_at, o.id`, [shop]);
      const reading = (performance.now() - started) / 1_000;
      console.log(`reading alone ${reading.toFixed(1)} s; the process then holds ${(process.memoryUsage().rss / 2 ** 20).toFixed(0)} MB; ${String(os.availableParallelism())} cores with a load of ${os.loadavg().map((load) => load.toFixed(1)).join(", ")}`);
      return {
        subject: { label: "order lines replayed", perSecond: (orders * linesPerOrder) / best },
        baseline: { label: "order lines read", perSecond: (orders * linesPerOrder) / reading },
      };
    } finally {
      await closeSnapshots();
    }
  },
};
