import type { PoolClient } from "pg";
import { allProducts } from "../../domain/recommendations/count-batch";
import { medianOfCounts } from "../../domain/reorders/median";
import { typicalDaysIfKnown } from "../../domain/reorders/shop-intervals";
import type { ShopId } from "../../domain/shops/shop-id";

type Queryable = Pick<PoolClient, "query">;

/** Adds gaps between purchases, by product and days, and brings the typical days of what changed up to date. */
export async function addGaps(shop: ShopId, gaps: ReadonlyMap<number, ReadonlyMap<number, number>>, client: Queryable): Promise<void> {
  const rows = [...gaps].flatMap(([id, byDays]) => [...byDays].filter(([, count]) => count !== 0).map(([days, count]) => ({ id, days, count })));
  if (rows.length === 0) return;
  await client.query({
    name: "add_product_gaps",
    text: `insert into product_gaps as g (shop, product_id, days, gaps)
           select $1, id, days, count from json_to_recordset($2::json) as x(id bigint, days int, count int) order by id, days
           on conflict (shop, product_id, days) do update set gaps = g.gaps + excluded.gaps`,
    values: [shop, JSON.stringify(rows)],
  });
  await client.query({
    name: "drop_empty_product_gaps",
    text: `delete from product_gaps g using json_to_recordset($2::json) as x(id bigint, days int)
           where g.shop = $1 and g.product_id = x.id and g.days = x.days and g.gaps = 0`,
    values: [shop, JSON.stringify(rows)],
  });
  await refreshIntervals(shop, [...new Set(rows.map(({ id }) => id))], client);
}

/** The shop's median first: where it moves, every product's typical days do. */
async function refreshIntervals(shop: ShopId, productIds: readonly number[], client: Queryable): Promise<void> {
  const held = await gapsOf(shop, productIds, client);
  const shopDays = medianOfCounts(held.get(allProducts) ?? []);
  const moved = await client.query({
    name: "set_median_gap", text: "update co_purchase_shops set median_gap = $2 where shop = $1 and median_gap is distinct from $2", values: [shop, shopDays],
  });
  const changed = productIds.filter((id) => id !== allProducts).map((id) => {
    const own = held.get(id) ?? [];
    return { id, gaps: own.reduce((sum, [, gaps]) => sum + gaps, 0), medianDays: medianOfCounts(own) };
  });
  await saveIntervals(shop, changed.map((one) => ({ ...one, typicalDays: typicalDaysIfKnown(one, shopDays) })), client);
  if (moved.rowCount === 0) return;
  const { rows: others } = await client.query<{ id: number; gaps: number; medianDays: number | null }>(
    `select product_id as id, gaps, median_gap as "medianDays" from co_purchase_products where shop = $1 and gaps > 0 and not product_id = any($2::bigint[])`,
    [shop, productIds],
  );
  await saveIntervals(shop, others.map((one) => ({ ...one, typicalDays: typicalDaysIfKnown(one, shopDays) })), client);
}

async function gapsOf(shop: ShopId, productIds: readonly number[], client: Queryable): Promise<Map<number, [number, number][]>> {
  const { rows } = await client.query<{ product_id: number; days: number; gaps: number }>({
    name: "product_gaps", text: "select product_id, days, gaps from product_gaps where shop = $1 and product_id = any($2::bigint[])", values: [shop, productIds],
  });
  const held = new Map<number, [number, number][]>();
  for (const row of rows) {
    const own = held.get(row.product_id) ?? [];
    own.push([row.days, row.gaps]);
    held.set(row.product_id, own);
  }
  return held;
}

interface IntervalRow {
  id: number;
  gaps: number;
  medianDays: number | null;
  typicalDays: number | null;
}

async function saveIntervals(shop: ShopId, rows: readonly IntervalRow[], client: Queryable): Promise<void> {
  if (rows.length === 0) return;
  await client.query({
    name: "save_intervals",
    text: `update co_purchase_products p set gaps = x.gaps, median_gap = x."medianDays", typical_days = x."typicalDays"
           from json_to_recordset($2::json) as x(id bigint, gaps int, "medianDays" float8, "typicalDays" float8) where p.shop = $1 and p.product_id = x.id`,
    values: [shop, JSON.stringify(rows)],
  });
}
