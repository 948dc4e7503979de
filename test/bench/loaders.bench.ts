import { adminViews } from "../support/admin-views";
import type { AdminView } from "../support/admin-views";
import { ShopId } from "../../app/domain/shops/shop-id";
import { setAppEnvironment } from "../support/app-environment";
import { fillLargeShop, forgetOrders } from "../support/large-shop/fill";
import { findKnown } from "../support/large-shop/known";
import type { Stack } from "../support/stack";
import type { Benchmark } from "./benchmark";
import { timeLoader } from "./loaders/time-loader";

/** Two millions take about 15 minutes to write, and 6 GB until the end. */
const orders = Number(process.env["BENCH_ORDERS"] ?? 200_000);
const products = Number(process.env["BENCH_PRODUCTS"] ?? 50_000);
const offers = Number(process.env["BENCH_OFFERS"] ?? 500);
const requests = Number(process.env["BENCH_REQUESTS"] ?? 40);
const budgetMs = 300;
/** Twice and these many milliseconds more is what a busy machine does by itself; ten times the orders would be far more. */
const growth = { ratio: 2, ms: 15 };

/** What each page of the admin reads, in a large shop, and in the same shop with a tenth of the orders. */
export const benchmark: Benchmark = {
  name: `Loaders of the admin, ms of ${String(requests)} requests: ${offers.toLocaleString("en")} offers, ${products.toLocaleString("en")} products, ${orders.toLocaleString("en")} orders`,
  async run(stack) {
    const now = new Date();
    const views = distinct(adminViews);
    const tenth = await measured(stack, orders / 10, now, views);
    const whole = await measured(stack, orders, now, views);
    console.log(`${"".padEnd(28)} ${["p50 of 1/10", "p95 of 1/10", "p50", "p95", "ratio of p50", "KB"].map((head) => head.padStart(12)).join(" ")}`);
    for (const { name } of views) {
      const [small, large] = [tenth.get(name), whole.get(name)];
      if (!small || !large) continue;
      const grows = large.p50 > small.p50 * growth.ratio + growth.ms;
      const figures = [small.p50, small.p95, large.p50, large.p95].map((ms) => ms.toFixed(1));
      const row = [...figures, (large.p50 / small.p50).toFixed(2), (large.bytes / 1024).toFixed(0)].map((figure) => figure.padStart(12)).join(" ");
      console.log(`${name.padEnd(28)} ${row}  ${large.p95 > budgetMs ? `OVER ${String(budgetMs)} ms` : ""}${grows ? " GROWS" : ""}`);
    }
    const slowest = (all: typeof tenth) => Math.max(...[...all.values()].map(({ p95 }) => p95));
    return {
      subject: { label: `slowest page's p95, ${orders.toLocaleString("en")} orders`, perSecond: slowest(whole), unit: "ms" },
      baseline: { label: `the same, ${(orders / 10).toLocaleString("en")} orders`, perSecond: slowest(tenth), unit: "ms" },
    };
  },
};

async function measured(stack: Stack, count: number, now: Date, views: readonly AdminView[]) {
  const started = Date.now();
  await forgetOrders(stack.databaseUrl);
  await fillLargeShop(stack.databaseUrl, { shop: stack.shop, products, offers, orders: count, now });
  console.log(`  ${count.toLocaleString("en")} orders are there after ${((Date.now() - started) / 1000).toFixed(0)} s`);
  // As the worker does it every quarter of an hour.
  setAppEnvironment(stack.databaseUrl);
  const { rollUpFigures } = await import("../../app/services/reports/roll-up.server");
  await rollUpFigures(ShopId.parse(stack.shop), now);
  const known = await findKnown(stack.databaseUrl, stack.shop);
  const found = new Map<string, Awaited<ReturnType<typeof timeLoader>>>();
  for (const { name, route, path } of views) found.set(name, await timeLoader(stack, route, path(known) || "/app", requests));
  return found;
}

/** One of each address of the filled shop: states that only the browser knows read nothing else. */
function distinct(views: readonly AdminView[]): AdminView[] {
  return views.filter(({ shop, act, name }) => shop === "full" && !act && !name.endsWith("not-found"));
}
