import { evidenceThreshold, MINIMUM_CUSTOMERS, MINIMUM_ORDERS } from "../../domain/recommendations/evidence";
import { regressors } from "../../domain/recommendations/regression";
import type { ShopId } from "../../domain/shops/shop-id";
import { pool } from "../database.server";
import { addPairs, loadCounts, type LoadedCounts, loadFollowing, type PairRow } from "./load-counts.server";
import { closestAfter, closestWithin } from "./closest-rows";

/** Works out the closest neighbours of the products that changed longest ago, of those the most sold; returns how many there were. */
export async function refreshNeighbours(shop: ShopId, limit: number): Promise<number> {
  const { rows: stale } = await pool.query<{ product_id: number; changed_at: string }>(
    `select product_id, changed_at::text from co_purchase_products where shop = $1 and changed_at is not null order by changed_at, orders desc, product_id limit $2`,
    [shop, limit],
  );
  if (stale.length === 0) return 0;
  const ids = stale.map((row) => row.product_id);
  const within = await loadAround(shop, ids);
  const after = await loadAfter(shop, ids);
  const rows: object[] = [];
  for (const id of ids) {
    // A product takes tens of milliseconds: the process's other jobs and connections get their turn in between.
    await new Promise(setImmediate);
    const number = within.numberOf(id) ?? -1;
    const later = after.numberOf(id);
    rows.push({ id, ...closestWithin(within, number), after: later === undefined ? null : closestAfter(after, later) });
  }
  await pool.query(
    `insert into co_purchase_neighbours (shop, product_id, neighbours, after, regression, slate, affinities, refreshed_at)
     select $1, id, neighbours, after, regression, slate, affinities, now()
     from json_to_recordset($2::json) as x(id bigint, neighbours json, after json, regression json, slate json, affinities json) order by id
     on conflict (shop, product_id) do update set neighbours = excluded.neighbours, after = excluded.after, regression = excluded.regression,
       slate = excluded.slate, affinities = excluded.affinities, refreshed_at = excluded.refreshed_at`,
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

/** A shop's thresholds move slowly: they are worked out again when a twentieth more orders, or fewer, are counted. */
export async function refreshThreshold(shop: ShopId): Promise<void> {
  const { rows: [known] } = await pool.query<{ orders: number; threshold_orders: number }>(
    "select orders, threshold_orders from co_purchase_shops where shop = $1", [shop],
  );
  if (!known || Math.abs(known.orders - known.threshold_orders) <= known.threshold_orders / 20) return;
  const enough = [shop, MINIMUM_ORDERS, MINIMUM_CUSTOMERS];
  const [{ rows: pairs }, { rows: following }] = await Promise.all([
    pool.query<PairRow>("select first_id, second_id, weight, orders, customers from co_purchase_pairs where shop = $1 and orders >= $2 and customers >= $3", enough),
    pool.query<PairRow>(
      "select from_id as first_id, to_id as second_id, weight, orders, customers from after_order_pairs where shop = $1 and orders >= $2 and customers >= $3", enough,
    ),
  ]);
  const [within, after] = [evidenceThreshold((await loadCounts(shop, pairs)).counts), evidenceThreshold((await loadFollowing(shop, following)).counts)];
  await pool.query(
    "update co_purchase_shops set threshold = $2, after_threshold = $3, threshold_orders = $4 where shop = $1",
    [shop, Number.isFinite(within) ? within : null, Number.isFinite(after) ? after : null, known.orders],
  );
}

/** All pairs of these products, and those of their closest neighbours with each other, which the regression weighs. */
async function loadAround(shop: ShopId, ids: readonly number[]): Promise<LoadedCounts> {
  const { rows: pairs } = await pool.query<PairRow>(
    `select first_id, second_id, weight, orders, customers from co_purchase_pairs where shop = $1 and first_id = any($2::bigint[])
     union all
     select first_id, second_id, weight, orders, customers from co_purchase_pairs where shop = $1 and second_id = any($2::bigint[]) and not first_id = any($2::bigint[])`,
    [shop, ids],
  );
  const loaded = await loadCounts(shop, pairs);
  const known = new Set(ids);
  const wanted = new Map<number, Set<number>>();
  for (const id of ids) {
    const closest = Array.from(regressors(loaded.counts, loaded.numberOf(id) ?? -1), loaded.idOf).filter((one) => !known.has(one)).sort((one, other) => one - other);
    for (const [place, one] of closest.entries()) {
      const others = wanted.get(one) ?? new Set<number>();
      wanted.set(one, others);
      for (const other of closest.slice(place + 1)) others.add(other);
    }
  }
  const { rows: between } = await pool.query<PairRow>(
    `select p.first_id, p.second_id, p.weight, p.orders, p.customers
     from unnest($2::bigint[], $3::bigint[]) as x(first_id, second_id)
     join co_purchase_pairs p on p.shop = $1 and p.first_id = x.first_id and p.second_id = x.second_id`,
    [shop, [...wanted].flatMap(([one, others]) => Array.from(others, () => one)), [...wanted.values()].flatMap((others) => [...others])],
  );
  addPairs(loaded, between);
  return loaded;
}

async function loadAfter(shop: ShopId, ids: readonly number[]): Promise<LoadedCounts> {
  const { rows: pairs } = await pool.query<PairRow>(
    "select from_id as first_id, to_id as second_id, weight, orders, customers from after_order_pairs where shop = $1 and from_id = any($2::bigint[])", [shop, ids],
  );
  return loadFollowing(shop, pairs);
}
