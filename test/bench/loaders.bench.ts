import { ShopId } from "../../app/domain/shops/shop-id";
import { grantInstallation, openApp } from "../setup/stack/install";
import { setAppEnvironment } from "../support/app-environment";
import { fillLargeShop, forgetOrders, isFilled } from "../support/large-shop/fill";
import { findKnown } from "../support/large-shop/known";
import { addNeighbours } from "../support/large-shop/neighbours";
import type { Stack } from "../support/stack";
import type { Benchmark } from "./benchmark";
import { timeLoader } from "./loaders/time-loader";
import { readings } from "./loaders/readings";

/** Two millions take about ten minutes to write, and 7 GB; with BENCH_DATABASE the next run finds them. */
const orders = Number(process.env["BENCH_ORDERS"] ?? 200_000);
const fewOrders = Math.ceil(orders / 10);
const products = Number(process.env["BENCH_PRODUCTS"] ?? 50_000);
const offers = Number(process.env["BENCH_OFFERS"] ?? 500);
const requests = Number(process.env["BENCH_REQUESTS"] ?? 40);
/** Shops of 500 orders in the same tables. */
const neighbours = Number(process.env["BENCH_SHOPS"] ?? 100);
const budgetMs = 300;
/** Twice and these many milliseconds more is what a busy machine does by itself; ten times the orders would be far more. */
const growth = { ratio: 2, ms: 15 };

/** What each page of the admin reads in a shop with many orders, and in one with a tenth of them in the same tables. */
export const benchmark: Benchmark = {
  name: `Loaders of the admin, ms of ${String(requests)} requests: ${offers.toLocaleString("en")} offers, ${products.toLocaleString("en")} products, ${orders.toLocaleString("en")} orders, among ${neighbours.toLocaleString("en")} shops`,
  async run(stack) {
    const now = new Date();
    const small = await openShop(stack, "bench-small");
    const pattern = await openShop(stack, "bench-pattern");
    await ensureFilled(stack.databaseUrl, { shop: stack.shop, products, offers, orders, now });
    await ensureFilled(stack.databaseUrl, { shop: small, products, offers, orders: fewOrders, now });
    await ensureFilled(stack.databaseUrl, { shop: pattern, products: 60, offers: 10, orders: 500, now });
    const added = await addNeighbours(stack.databaseUrl, pattern, neighbours);
    console.log(`  ${neighbours.toLocaleString("en")} other shops are there, ${added.toLocaleString("en")} rows of them new`);
    const asked = new Map<string, { few: Times; many: Times }>();
    const known = { few: await findKnown(stack.databaseUrl, small), many: await findKnown(stack.databaseUrl, stack.shop) };
    console.log(`${"".padEnd(28)} ${["few, p50", "few, p95", "p50", "p95", "ratio of p50", "KB"].map((head) => head.padStart(12)).join(" ")}`);
    for (const reading of readings) {
      const few = await timeLoader(stack, small, reading, known.few, requests);
      const many = await timeLoader(stack, stack.shop, reading, known.many, requests);
      asked.set(reading.name, { few, many });
      const grows = many.p50 > few.p50 * growth.ratio + growth.ms;
      const figures = [few.p50, few.p95, many.p50, many.p95].map((ms) => ms.toFixed(1));
      const row = [...figures, (many.p50 / few.p50).toFixed(2), (many.bytes / 1024).toFixed(0)].map((figure) => figure.padStart(12)).join(" ");
      console.log(`${reading.name.padEnd(28)} ${row}  ${many.p95 > budgetMs ? `OVER ${String(budgetMs)} ms` : ""}${grows ? " GROWS" : ""}`);
    }
    const slowest = (which: "few" | "many") => Math.max(...[...asked.values()].map((times) => times[which].p95));
    return {
      subject: { label: `slowest page's p95, ${orders.toLocaleString("en")} orders`, perSecond: slowest("many"), unit: "ms" },
      baseline: { label: `the same, ${fewOrders.toLocaleString("en")} orders`, perSecond: slowest("few"), unit: "ms" },
    };
  },
};

type Times = Awaited<ReturnType<typeof timeLoader>>;

/** A shop beside the stack's own, with Encore installed. */
async function openShop(stack: Stack, handle: string): Promise<string> {
  await stack.control("createShop", { handle, currency: "GBP", products: [] });
  const shop = `${handle}.myshopify.com`;
  await grantInstallation(stack, shop);
  await openApp(stack, shop);
  return shop;
}

/** Fills a shop where it is not, and rolls its figures up as the worker does every quarter of an hour. */
async function ensureFilled(databaseUrl: string, size: Parameters<typeof fillLargeShop>[1]): Promise<void> {
  const started = Date.now();
  if (!(await isFilled(databaseUrl, size))) {
    await forgetOrders(databaseUrl, size.shop);
    await fillLargeShop(databaseUrl, size);
  }
  setAppEnvironment(databaseUrl);
  const { rollUpFigures } = await import("../../app/services/reports/roll-up.server");
  await rollUpFigures(ShopId.parse(size.shop), size.now);
  console.log(`  ${size.orders.toLocaleString("en")} orders of ${size.shop} are there after ${((Date.now() - started) / 1000).toFixed(0)} s`);
}
