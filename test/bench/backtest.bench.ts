import { readdirSync, readFileSync } from "node:fs";
import os from "node:os";
import { setTimeout as sleep } from "node:timers/promises";
import type { OfferContent } from "../../app/domain/offers/offer";
import { setAppEnvironment } from "../support/app-environment";
import { buildContent } from "../support/domain-builders";
import type { Benchmark } from "./benchmark";

const orders = 200_000;
const linesPerOrder = 2.5;
/** All that were sold are in the catalogue, so that any of them can be picked. */
const products = 3_000;
const promisedSeconds = 10;
const tries = 3;
const exclude = { productIds: [], collectionIds: [], tags: [] };

/**
 * Back-tests among ten offers on 500,000 order lines, of a product that staff named, of bestsellers and of what was bought
 * together as of each order, by the worker as it is deployed, from being asked for to having a result; against reading the
 * same lines out of the same database with one plain query and doing nothing with them. Seconds of the clock depend on
 * what else the machine does; the worker's own seconds depend on it less.
 */
export const benchmark: Benchmark = {
  name: "Back-test on 500,000 order lines against reading them",
  async run({ databaseUrl }) {
    setAppEnvironment(databaseUrl);
    const { addOffer, installShop } = await import("../support/buyers");
    const { addManyOrders, addSoldProducts } = await import("../support/past-orders");
    const { pool } = await import("../../app/data/database.server");
    const { closeSnapshots } = await import("../../app/data/decisions/snapshot.server");
    const { readBacktest } = await import("../../app/services/backtest/read-backtest.server");
    const { startBacktest } = await import("../../app/services/backtest/start-backtest.server");
    const shop = await installShop("bench-backtest");
    await addSoldProducts(shop, products);
    for (let priority = 1; priority <= 10; priority += 1) {
      await addOffer(shop, { rule: { kind: "all", conditions: [{ kind: "orderValue", currency: "GBP", minMinor: priority * 700 }, { kind: "customerOrderCount", min: priority }] } });
    }
    const half = { orders: orders / 2, products, customers: 40_000 };
    await addManyOrders(shop, { ...half, linesPerOrder: 2 });
    await addManyOrders(shop, { ...half, linesPerOrder: 3, firstId: orders / 2 });
    const rule: OfferContent["rule"] = { kind: "all", conditions: [{ kind: "orderValue", currency: "GBP", minMinor: 2_500 }] };
    const tested: Record<string, OfferContent> = {
      "a named product": buildContent({ rule, discount: { kind: "percentage", percent: 10 } }),
      bestsellers: buildContent({ rule, products: [], strategy: { kind: "bestseller", days: 30, exclude } }),
      "what was bought together": buildContent({ rule, products: [], strategy: { kind: "boughtTogether", exclude } }),
    };
    const measure = async (content: OfferContent): Promise<{ seconds: number; busy: number }> => {
      const before = workerSeconds();
      const started = performance.now();
      const runId = await startBacktest(shop, null, content, new Date());
      let run = await readBacktest(shop, runId);
      while (run?.status === "requested" || run?.status === "running") {
        await sleep(20);
        run = await readBacktest(shop, runId);
      }
      const seconds = (performance.now() - started) / 1_000;
      if (run?.result?.lines !== orders * linesPerOrder) throw new Error(`Replayed ${String(run?.result?.lines)} lines: ${String(run?.error)}`);
      return { seconds, busy: workerSeconds() - before };
    };
    try {
      let best = Infinity;
      for (const [what, content] of Object.entries(tested)) {
        const measured = [];
        for (let round = 0; round < tries; round += 1) measured.push(await measure(content));
        best = Math.min(best, ...measured.map(({ seconds }) => seconds));
        console.log(`back-test of ${what}: ${measured.map(({ seconds }) => seconds.toFixed(1)).join(", ")} s (promised ${String(promisedSeconds)}), of which the worker computed ${measured.map(({ busy }) => busy.toFixed(1)).join(", ")} s`);
      }
      const started = performance.now();
      await pool.query(
        `select l.order_id, l.product_id, l.variant_id, l.quantity, l.total_minor from order_lines l join orders o on o.shop = l.shop and o.id = l.order_id
         where l.shop = $1 order by o.processed_at, o.id`, [shop]);
      const reading = (performance.now() - started) / 1_000;
      console.log(`reading alone ${reading.toFixed(1)} s; the worker held ${(mostResidentBytes() / 2 ** 20).toFixed(0)} MB at most; ${String(os.availableParallelism())} cores with a load of ${os.loadavg().map((load) => load.toFixed(1)).join(", ")}`);
      return {
        subject: { label: "order lines replayed", perSecond: (orders * linesPerOrder) / best },
        baseline: { label: "order lines read", perSecond: (orders * linesPerOrder) / reading },
      };
    } finally {
      await closeSnapshots();
    }
  },
};

/** Clock ticks of Linux, in which it tells what a process computed. */
const ticksPerSecond = 100;

/** What the worker beside this process has computed so far; 0 where the system does not tell. */
function workerSeconds(): number {
  const worker = workerProcess();
  if (worker === null) return 0;
  const [user = 0, system = 0] = statOf(worker).slice(11, 13);
  return (user + system) / ticksPerSecond;
}

/** The most memory that the worker ever had; 0 where the system does not tell. */
function mostResidentBytes(): number {
  const worker = workerProcess();
  const kilobytes = worker === null ? null : /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${worker}/status`, "utf8"))?.[1];
  return Number(kilobytes ?? 0) * 1_024;
}

/** The numbers that Linux tells of a process, from its state on. */
function statOf(pid: string): number[] {
  return readFileSync(`/proc/${pid}/stat`, "utf8").replace(/^.*\) /s, "").split(" ").map(Number);
}

function workerProcess(): string | null {
  if (os.platform() !== "linux") return null;
  for (const pid of readdirSync("/proc").filter((name) => /^\d+$/.test(name))) {
    try {
      if (statOf(pid)[1] === process.pid && readFileSync(`/proc/${pid}/cmdline`, "utf8").includes("worker.js")) return pid;
    } catch {
      // It has ended meanwhile.
    }
  }
  return null;
}
