import { CoPurchaseCounts } from "../../domain/recommendations/co-purchase-counts";
import { evidenceThreshold, MINIMUM_CUSTOMERS, MINIMUM_ORDERS } from "../../domain/recommendations/evidence";
import { numberedListsOf } from "../../domain/strategies/numbered-lists";
import type { ShopId } from "../../domain/shops/shop-id";
import { pool } from "../database.server";
import type { NeighbourRow } from "./neighbour-rows";

interface ProductRow { product_id: number; weight: number; orders: number; partners: number }
interface PairRow { first_id: number; second_id: number; weight: number; orders: number; customers: number }

/** Works out the closest neighbours of the products that changed longest ago; returns how many there were. */
export async function refreshNeighbours(shop: ShopId, limit: number): Promise<number> {
  const { rows: stale } = await pool.query<{ product_id: number; changed_at: string }>(
    `select product_id, changed_at::text from co_purchase_products where shop = $1 and changed_at is not null order by changed_at, product_id limit $2`,
    [shop, limit],
  );
  if (stale.length === 0) return 0;
  const ids = stale.map((row) => row.product_id);
  const { rows: pairs } = await pool.query<PairRow>(
    `select first_id, second_id, weight, orders, customers from co_purchase_pairs where shop = $1 and first_id = any($2::bigint[])
     union all
     select first_id, second_id, weight, orders, customers from co_purchase_pairs where shop = $1 and second_id = any($2::bigint[]) and not first_id = any($2::bigint[])`,
    [shop, ids],
  );
  const counts = await loadCounts(shop, pairs);
  const rows = ids.map((id) => ({ id, neighbours: neighbourRow(counts, id) }));
  await pool.query(
    `insert into co_purchase_neighbours (shop, product_id, neighbours, refreshed_at)
     select $1, id, neighbours, now() from json_to_recordset($2::json) as x(id bigint, neighbours jsonb) order by id
     on conflict (shop, product_id) do update set neighbours = excluded.neighbours, refreshed_at = excluded.refreshed_at`,
    [shop, JSON.stringify(rows)],
  );
  // Not those that changed again meanwhile.
  await pool.query(
    `update co_purchase_products p set changed_at = null from json_to_recordset($2::json) as x(product_id bigint, changed_at timestamptz)
     where p.shop = $1 and p.product_id = x.product_id and p.changed_at = x.changed_at`,
    [shop, JSON.stringify(stale)],
  );
  return stale.length;
}

/** A shop's threshold moves slowly: it is worked out again when a twentieth more orders, or fewer, are counted. */
export async function refreshThreshold(shop: ShopId): Promise<void> {
  const { rows: [known] } = await pool.query<{ orders: number; threshold_orders: number }>(
    "select orders, threshold_orders from co_purchase_shops where shop = $1", [shop],
  );
  if (!known || Math.abs(known.orders - known.threshold_orders) <= known.threshold_orders / 20) return;
  const { rows: pairs } = await pool.query<PairRow>(
    "select first_id, second_id, weight, orders, customers from co_purchase_pairs where shop = $1 and orders >= $2 and customers >= $3",
    [shop, MINIMUM_ORDERS, MINIMUM_CUSTOMERS],
  );
  const threshold = evidenceThreshold((await loadCounts(shop, pairs)).counts);
  await pool.query("update co_purchase_shops set threshold = $2, threshold_orders = $3 where shop = $1", [shop, Number.isFinite(threshold) ? threshold : null, known.orders]);
}

interface LoadedCounts {
  counts: CoPurchaseCounts;
  numberOf: (id: number) => number;
  idOf: (number: number) => number;
}

/** The shop's totals and products with some of its pairs, in the form in which the domain reads counts. */
async function loadCounts(shop: ShopId, pairs: readonly PairRow[]): Promise<LoadedCounts> {
  const [{ rows: [totals] }, { rows: products }] = await Promise.all([
    pool.query<{ weight: number; orders: number }>("select weight, orders from co_purchase_shops where shop = $1", [shop]),
    pool.query<ProductRow>("select product_id, weight, orders, partners from co_purchase_products where shop = $1", [shop]),
  ]);
  const counts = new CoPurchaseCounts();
  counts.shop(totals?.weight ?? 0, totals?.orders ?? 0);
  const numbers = new Map(products.map((row, number) => [row.product_id, number]));
  for (const [number, row] of products.entries()) counts.product(number, row.weight, row.orders, row.partners);
  for (const row of pairs) {
    const [one, other] = [numbers.get(row.first_id), numbers.get(row.second_id)];
    if (one === undefined || other === undefined) continue;
    counts.pair(Math.min(one, other), Math.max(one, other), row.weight, row.orders, row.customers);
  }
  return { counts, numberOf: (id) => numbers.get(id) ?? -1, idOf: (number) => products[number]?.product_id ?? 0 };
}

function neighbourRow({ counts, numberOf, idOf }: LoadedCounts, id: number): NeighbourRow {
  const lists = numberedListsOf(counts, numberOf(id));
  const { ofOrders, ownLogPopularity } = lists;
  const order = Array.from(lists.products, (_product, place) => place).sort((one, other) => idOf(lists.products[one] ?? 0) - idOf(lists.products[other] ?? 0));
  const inOrder = (values: ArrayLike<number>) => order.map((place) => values[place] ?? 0);
  return {
    ofOrders, ownLogPopularity,
    ids: order.map((place) => idOf(lists.products[place] ?? 0)),
    share: inOrder(lists.share),
    error: inOrder(lists.error),
    logPopularity: inOrder(lists.logPopularity),
    orders: inOrder(lists.orders),
    customers: inOrder(lists.customers),
    expected: inOrder(lists.expected),
    logChance: inOrder(lists.logChance),
  };
}
