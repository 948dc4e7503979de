import type { PoolClient } from "pg";
import { CoPurchaseCounts } from "../../domain/recommendations/co-purchase-counts";
import type { CountedOrder } from "../../domain/recommendations/count-batch";
import { evidenceThreshold } from "../../domain/recommendations/evidence";
import type { Purchase } from "../../domain/recommendations/purchase";
import { WEIGHT_UNIT } from "../../domain/recommendations/purchase";
import type { ShopId } from "../../domain/shops/shop-id";
import { inTransaction } from "../database.server";
import { lastIdOfPage, listAllContributions, lockCounts, saveCounted } from "./contributions.server";
import { ShopHistory } from "./shop-history";
import { clearUncounted, listUncounted } from "./uncounted-orders.server";

type Queryable = Pick<PoolClient, "query">;

const ordersPerPage = 2_000;
const pairsPerStatement = 20_000;
const rowsPerStatement = 5_000;
const tables = ["co_purchase_shops", "co_purchase_products", "co_purchase_pairs", "co_purchase_neighbours", "counted_orders", "product_days"] as const;

/**
 * Counts all orders of a shop from the beginning: one pass in memory, then written, in one transaction, so that an end
 * at any point leaves the counts as they were. Gives exactly what counting order by order gives.
 */
export async function buildCounts(shop: ShopId): Promise<{ orders: number; pairs: number }> {
  return inTransaction(async (client) => {
    await lockCounts(shop, client);
    // What changes while the orders are read is counted afterwards once more.
    const uncounted = await listUncounted(shop, 2 ** 31 - 1, client);
    for (const table of tables) await client.query(`delete from ${table} where shop = $1`, [shop]);
    const history = new ShopHistory();
    const counts = new CoPurchaseCounts();
    const earlier = new Map<string, Purchase[]>();
    for await (const page of pages(shop, client)) {
      for (const order of page) countOne(order, history.add(order), counts, earlier);
      await saveCounted(shop, [], page, client);
    }
    await saveShop(shop, counts, client);
    await saveProducts(shop, history, counts, client);
    const pairs = await savePairs(shop, history, counts, client);
    await saveDays(shop, history, client);
    await clearUncounted(shop, uncounted, client);
    return { orders: counts.orders, pairs };
  });
}

async function* pages(shop: ShopId, client: Queryable): AsyncGenerator<CountedOrder[]> {
  let last = 0;
  for (;;) {
    const end = await lastIdOfPage(shop, last, ordersPerPage, client);
    if (end === null) return;
    yield await listAllContributions(shop, last, ordersPerPage, client);
    last = end;
  }
}

function countOne({ customerKey }: CountedOrder, purchase: Purchase, counts: CoPurchaseCounts, earlier: Map<string, Purchase[]>): void {
  const others = customerKey === null ? [] : (earlier.get(customerKey) ?? []);
  counts.add(purchase, others);
  if (customerKey !== null) earlier.set(customerKey, [...others, purchase]);
}

async function saveShop(shop: ShopId, counts: CoPurchaseCounts, client: Queryable): Promise<void> {
  const threshold = evidenceThreshold(counts);
  await client.query(
    "insert into co_purchase_shops (shop, weight, orders, threshold, threshold_orders, built_at) values ($1, $2, $3, $4, $3, now())",
    [shop, Math.round(counts.shopWeight * WEIGHT_UNIT), counts.orders, Number.isFinite(threshold) ? threshold : null],
  );
}

async function saveProducts(shop: ShopId, history: ShopHistory, counts: CoPurchaseCounts, client: Queryable): Promise<void> {
  const rows = history.products().map((product) => {
    const count = counts.productCount(product.number);
    return { ...product, weight: Math.round(count.weight * WEIGHT_UNIT), orders: count.orders, partners: count.partners };
  });
  for (let start = 0; start < rows.length; start += rowsPerStatement) {
    await client.query(
      `insert into co_purchase_products (shop, product_id, weight, orders, partners, customers, repeats, repeat_customers, typical_days, changed_at)
       select $1, id, weight, orders, partners, customers, repeats, "repeatCustomers", "typicalDays", now()
       from json_to_recordset($2::json) as x(id bigint, weight bigint, orders int, partners bigint, customers int, repeats int,
         "repeatCustomers" int, "typicalDays" float8)`,
      [shop, JSON.stringify(rows.slice(start, start + rowsPerStatement))],
    );
  }
}

async function savePairs(shop: ShopId, history: ShopHistory, counts: CoPurchaseCounts, client: Queryable): Promise<number> {
  let columns: [number[], number[], number[], number[], number[]] = [[], [], [], [], []];
  let written = 0;
  const write = async () => {
    const batch = columns;
    columns = [[], [], [], [], []];
    written += batch[0].length;
    await client.query({
      name: "insert_pairs",
      text: `insert into co_purchase_pairs (shop, first_id, second_id, weight, orders, customers)
             select $1, * from unnest($2::bigint[], $3::bigint[], $4::bigint[], $5::int[], $6::int[])`,
      values: [shop, ...batch],
    });
  };
  for (const [one, other, { weight, orders, customers }] of counts.pairEntries()) {
    const [left, right] = [history.idOf(one), history.idOf(other)];
    columns[0].push(Math.min(left, right));
    columns[1].push(Math.max(left, right));
    // In units already, unlike the totals.
    columns[2].push(weight);
    columns[3].push(orders);
    columns[4].push(customers);
    if (columns[0].length >= pairsPerStatement) await write();
  }
  if (columns[0].length > 0) await write();
  return written;
}

async function saveDays(shop: ShopId, history: ShopHistory, client: Queryable): Promise<void> {
  const rows = history.days();
  for (let start = 0; start < rows.length; start += rowsPerStatement) {
    await client.query(
      `insert into product_days (shop, day, product_id, orders)
       select $1, day, id, orders from json_to_recordset($2::json) as x(day date, id bigint, orders int)`,
      [shop, JSON.stringify(rows.slice(start, start + rowsPerStatement))],
    );
  }
}
