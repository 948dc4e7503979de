import path from "node:path";
import { DuckDBInstance, type DuckDBConnection } from "@duckdb/node-api";
import { LARGEST_PAIRED_ORDER } from "../../app/domain/recommendations/purchase";
import { countOrders } from "../evaluate/cross-sell/training";
import type { HistoryOrder } from "../evaluate/history/history";
import { readHistory } from "../evaluate/history/read-history";
import { root } from "../setup/paths";
import type { Benchmark } from "./benchmark";

const history = process.env["BENCH_HISTORY"] ?? path.join(root, "test/shopify/data/online-retail.csv.gz");
const rounds = 3;
const selfJoin = `create or replace table pairs as
  select one.product as first, other.product as second, count(*)::int as orders
  from lines one join lines other on one.purchase = other.purchase and one.product < other.product group by all`;

/**
 * All pairs of a history's orders: counted order by order, as they arrive in a shop, against one self-join over all of
 * them. Both begin with the orders in memory and have one thread; their processor time is compared. Encore's side keeps more than the orders of a pair: weights, customers and
 * what to take back when an order is cancelled.
 */
export const benchmark: Benchmark = {
  name: "Co-purchase counts of a whole history, order by order, against DuckDB's self-join",
  async run() {
    const { orders } = await readHistory(history);
    // Larger orders count for no pair.
    const paired = orders.filter(({ products }) => products.length <= LARGEST_PAIRED_ORDER);
    const instance = await DuckDBInstance.create(":memory:");
    const duckdb = await instance.connect();
    try {
      await loadLines(duckdb, paired);
      const ours: number[] = [];
      const oneThread: number[] = [];
      for (let round = 0; round < rounds; round += 1) {
        ours.push(countOrders(paired).seconds);
        oneThread.push(await processorSeconds(() => duckdb.run(selfJoin)));
      }
      const pairs = await differences(duckdb, paired);
      console.log(`${paired.length.toLocaleString("en")} orders, ${pairs.toLocaleString("en")} pairs, the same in both; processor time, the quickest of ${rounds}`);
      const rates = { ours: paired.length / Math.min(...ours), oneThread: paired.length / Math.min(...oneThread) };
      line("Encore, order by order", rates.ours, rates.oneThread);
      line("DuckDB's self-join over all", rates.oneThread, rates.oneThread);
      return { subject: { label: "orders counted one by one", perSecond: rates.ours }, baseline: { label: "orders in DuckDB's self-join", perSecond: rates.oneThread } };
    } finally {
      duckdb.closeSync();
      instance.closeSync();
    }
  },
};

async function loadLines(duckdb: DuckDBConnection, orders: readonly HistoryOrder[]): Promise<void> {
  await duckdb.run("set threads = 1");
  await duckdb.run("create table lines (purchase int, product int)");
  const appender = await duckdb.createAppender("lines");
  for (const [purchase, { products }] of orders.entries()) {
    for (const product of products) {
      appender.appendInteger(purchase);
      appender.appendInteger(product);
      appender.endRow();
    }
  }
  appender.closeSync();
}

/** The number of pairs; throws where the two disagree. */
async function differences(duckdb: DuckDBConnection, orders: readonly HistoryOrder[]): Promise<number> {
  const { counts } = countOrders(orders);
  const found = await duckdb.stream("select first, second, orders from pairs");
  let pairs = 0;
  for await (const rows of found.yieldRows()) {
    for (const [first, second, together] of rows) {
      const held = counts.pairCount(Number(first), Number(second)).orders;
      if (held !== together) throw new Error(`Products ${String(first)} and ${String(second)}: ${String(held)} orders here, ${String(together)} there`);
      pairs += 1;
    }
  }
  let own = 0;
  for (const [,, { orders: together }] of counts.pairEntries()) if (together > 0) own += 1;
  if (own !== pairs) throw new Error(`${String(own)} pairs here, ${String(pairs)} there`);
  return pairs;
}

/** Of this process, whatever else the machine does. */
async function processorSeconds(work: () => Promise<unknown>): Promise<number> {
  const begun = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(begun);
  return (user + system) / 1e6;
}

function line(label: string, perSecond: number, reference: number): void {
  console.log(`  ${label.padEnd(36)} ${Math.round(perSecond).toLocaleString("en").padStart(8)} orders/s  ${(perSecond / reference).toFixed(2)} x`);
}
