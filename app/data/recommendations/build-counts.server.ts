import type { PoolClient } from "pg";
import { asEarlier, asLater, type DatedPurchase, productOf, isEarlier, visitFollowing } from "../../domain/recommendations/after-order";
import { CoPurchaseCounts } from "../../domain/recommendations/co-purchase-counts";
import type { CountedOrder } from "../../domain/recommendations/count-batch";
import type { PairCount } from "../../domain/recommendations/pair-row";
import { evidenceThreshold } from "../../domain/recommendations/evidence";
import { WEIGHT_UNIT } from "../../domain/recommendations/purchase";
import type { ShopId } from "../../domain/shops/shop-id";
import { inTransaction } from "../database.server";
import { saveLaterNeighbours, saveNeighbours } from "./build-neighbours.server";
import { lastIdOfPage, listAllContributions, lockCounts, saveCounted } from "./contributions.server";
import { ShopHistory } from "./shop-history";
import { clearUncounted, listUncounted } from "./uncounted-orders.server";

type Queryable = Pick<PoolClient, "query">;

const ordersPerPage = 2_000;
const pairsPerStatement = 5_000;
const rowsPerStatement = 5_000;
const tables = ["co_purchase_shops", "co_purchase_products", "co_purchase_pairs", "co_purchase_neighbours", "counted_orders", "product_days", "product_gaps", "after_order_products", "after_order_pairs"] as const;

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
    // Numbered by id, so that pairs come in the order of their key: to write them so takes two thirds of the time.
    const history = new ShopHistory(await listOrderedProducts(shop, client));
    const ofCustomer = new Map<string, DatedPurchase[]>();
    // One after the other, so that the pairs of both are never in memory together.
    const within = await buildWithin(shop, history, ofCustomer, client);
    await buildFollowing(shop, history, ofCustomer, client);
    await saveDays(shop, history, client);
    await saveGaps(shop, history, client);
    await clearUncounted(shop, uncounted, client);
    return within;
  });
}

/** What is bought together; notes customers' orders for what follows. */
async function buildWithin(shop: ShopId, history: ShopHistory, ofCustomer: Map<string, DatedPurchase[]>, client: Queryable): Promise<{ orders: number; pairs: number }> {
  const counts = new CoPurchaseCounts();
  for await (const page of pages(shop, client)) {
    for (const order of page) countOne(order, { ...history.add(order), orderId: order.orderId, boughtAt: order.boughtAt }, counts, ofCustomer);
    await saveCounted(shop, [], page, client);
  }
  const threshold = evidenceThreshold(counts);
  await client.query(
    `insert into co_purchase_shops (shop, weight, orders, threshold, threshold_orders, median_gap, built_at) values ($1, $2, $3, $4, $3, $5, now())`,
    [shop, Math.round(counts.shopWeight * WEIGHT_UNIT), counts.orders, Number.isFinite(threshold) ? threshold : null, history.medianDays()],
  );
  await saveProducts(shop, history, counts, client);
  await saveNeighbours(shop, { counts, idOf: (number) => history.idOf(number) }, history.numbersOfProducts(), client);
  const pairs = await savePairs(counts, (rows) => insertPairs(shop, history, rows, client));
  return { orders: counts.orders, pairs };
}

/** What the next orders bring. */
async function buildFollowing(shop: ShopId, history: ShopHistory, ofCustomer: ReadonlyMap<string, DatedPurchase[]>, client: Queryable): Promise<void> {
  const following = new CoPurchaseCounts();
  for (const orders of ofCustomer.values()) visitFollowing(orders, 1, following);
  const threshold = evidenceThreshold(following);
  await client.query(
    "update co_purchase_shops set after_weight = $2, after_orders = $3, after_threshold = $4 where shop = $1",
    [shop, Math.round(following.shopWeight * WEIGHT_UNIT), following.orders, Number.isFinite(threshold) ? threshold : null],
  );
  const followed = history.numbersOfProducts().filter((number) => following.productOrders(asEarlier(number)) > 0 || following.productOrders(asLater(number)) > 0);
  await saveFollowed(shop, history, followed, following, client);
  await saveLaterNeighbours(shop, { counts: following, idOf: (number) => history.idOf(number) }, followed, client);
  await savePairs(following, (rows) => insertFollowing(shop, history, rows, client));
}

/** By id. */
async function listOrderedProducts(shop: ShopId, client: Queryable): Promise<number[]> {
  const { rows } = await client.query<{ id: number }>("select distinct product_id as id from order_lines where shop = $1 and product_id is not null order by product_id", [shop]);
  return rows.map(({ id }) => id);
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

function countOne({ customerKey }: CountedOrder, purchase: DatedPurchase, counts: CoPurchaseCounts, ofCustomer: Map<string, DatedPurchase[]>): void {
  const others = customerKey === null ? [] : (ofCustomer.get(customerKey) ?? []);
  counts.add(purchase, others);
  if (customerKey === null) return;
  if (others.length === 0) ofCustomer.set(customerKey, [purchase]);
  else others.push(purchase);
}

async function saveProducts(shop: ShopId, history: ShopHistory, counts: CoPurchaseCounts, client: Queryable): Promise<void> {
  const rows = history.products().map((product) => {
    const count = counts.productCount(product.number);
    return { ...product, weight: Math.round(count.weight * WEIGHT_UNIT), orders: count.orders, partners: count.partners };
  });
  for (let start = 0; start < rows.length; start += rowsPerStatement) {
    await client.query(
      `insert into co_purchase_products (shop, product_id, weight, orders, partners, customers, repeats, repeat_customers, gaps, median_gap, typical_days, changed_at)
       select $1, id, weight, orders, partners, customers, repeats, "repeatCustomers", gaps, "medianDays", "typicalDays", now()
       from json_to_recordset($2::json) as x(id bigint, weight bigint, orders int, partners bigint, customers int, repeats int,
         "repeatCustomers" int, gaps int, "medianDays" float8, "typicalDays" float8)`,
      [shop, JSON.stringify(rows.slice(start, start + rowsPerStatement))],
    );
  }
}

type Pair = [one: number, other: number, count: PairCount];

/** Writes every pair, so many at a time; returns how many there were. */
async function savePairs(counts: CoPurchaseCounts, insert: (pairs: readonly Pair[]) => Promise<void>): Promise<number> {
  let batch: Pair[] = [];
  let written = 0;
  for (const pair of counts.pairEntries()) {
    batch.push(pair);
    if (batch.length < pairsPerStatement) continue;
    await insert(batch);
    written += batch.length;
    batch = [];
  }
  if (batch.length > 0) await insert(batch);
  return written + batch.length;
}

async function insertPairs(shop: ShopId, history: ShopHistory, pairs: readonly Pair[], client: Queryable): Promise<void> {
  const ids = pairs.map(([one, other]) => [history.idOf(one), history.idOf(other)] as const);
  await client.query({
    name: "insert_pairs",
    text: `insert into co_purchase_pairs (shop, first_id, second_id, weight, orders, customers)
           select $1, * from unnest($2::bigint[], $3::bigint[], $4::bigint[], $5::int[], $6::int[])`,
    values: [shop, column(ids.map(([one, other]) => Math.min(one, other))), column(ids.map(([one, other]) => Math.max(one, other))), ...countColumns(pairs)],
  });
}

async function insertFollowing(shop: ShopId, history: ShopHistory, pairs: readonly Pair[], client: Queryable): Promise<void> {
  const ids = pairs.map(([one, other]) => (isEarlier(one) ? [one, other] : [other, one]).map((number) => history.idOf(productOf(number))));
  await client.query({
    name: "insert_following",
    text: `insert into after_order_pairs (shop, from_id, to_id, weight, orders, customers)
           select $1, * from unnest($2::bigint[], $3::bigint[], $4::bigint[], $5::int[], $6::int[])`,
    values: [shop, column(ids.map(([from]) => from)), column(ids.map(([, to]) => to)), ...countColumns(pairs)],
  });
}

/** Weights in units already, unlike the totals. */
function countColumns(pairs: readonly Pair[]): string[] {
  return [column(pairs.map(([,, { weight }]) => weight)), column(pairs.map(([,, { orders }]) => orders)), column(pairs.map(([,, { customers }]) => customers))];
}

/** An array as PostgreSQL reads it; the driver's own way there takes several times as long. */
function column(numbers: readonly (number | undefined)[]): string {
  return `{${numbers.join(",")}}`;
}

async function saveFollowed(shop: ShopId, history: ShopHistory, followed: readonly number[], following: CoPurchaseCounts, client: Queryable): Promise<void> {
  const rows = followed.map((number) => {
    const [from, to] = [following.productCount(asEarlier(number)), following.productCount(asLater(number))];
    return {
      id: history.idOf(number), fromWeight: Math.round(from.weight * WEIGHT_UNIT), fromOrders: from.orders, fromPartners: from.partners,
      toWeight: Math.round(to.weight * WEIGHT_UNIT), toOrders: to.orders, toPartners: to.partners,
    };
  });
  for (let start = 0; start < rows.length; start += rowsPerStatement) {
    await client.query(
      `insert into after_order_products (shop, product_id, from_weight, from_orders, from_partners, to_weight, to_orders, to_partners)
       select $1, id, "fromWeight", "fromOrders", "fromPartners", "toWeight", "toOrders", "toPartners"
       from json_to_recordset($2::json) as x(id bigint, "fromWeight" bigint, "fromOrders" int, "fromPartners" bigint, "toWeight" bigint, "toOrders" int, "toPartners" bigint)`,
      [shop, JSON.stringify(rows.slice(start, start + rowsPerStatement))],
    );
  }
}

async function saveGaps(shop: ShopId, history: ShopHistory, client: Queryable): Promise<void> {
  const rows = [...history.gaps()].flatMap(([id, own]) => [...own].map(([days, gaps]) => ({ id, days, gaps })));
  for (let start = 0; start < rows.length; start += rowsPerStatement) {
    await client.query(
      "insert into product_gaps (shop, product_id, days, gaps) select $1, id, days, gaps from json_to_recordset($2::json) as x(id bigint, days int, gaps int)",
      [shop, JSON.stringify(rows.slice(start, start + rowsPerStatement))],
    );
  }
}

async function saveDays(shop: ShopId, history: ShopHistory, client: Queryable): Promise<void> {
  let rows: { day: string; id: number; orders: number }[] = [];
  const save = () => client.query(
    `insert into product_days (shop, day, product_id, orders)
     select $1, day, id, orders from json_to_recordset($2::json) as x(day date, id bigint, orders int)`,
    [shop, JSON.stringify(rows)],
  );
  for (const row of history.days()) {
    rows.push(row);
    if (rows.length < rowsPerStatement) continue;
    await save();
    rows = [];
  }
  if (rows.length > 0) await save();
}
