import { HALF_LIFE_DAYS, trendFactor } from "../../domain/reorders/product-trend";
import type { ShopId } from "../../domain/shops/shop-id";
import { SnapshotCache } from "../decisions/snapshot-cache";
import { pool } from "../database.server";

/** By product, above 1 for what is bought more now than usual; absent where it is about 1. */
export type Trends = ReadonlyMap<number, number>;

/** After so many half-lives an order counts for next to nothing. */
const windowDays = 6 * HALF_LIFE_DAYS;
const leastMove = 0.03;
const mostProducts = 5_000;
/** What is bought changes slowly. */
const maxAgeMs = 10 * 60_000;
const maxShops = 500;

const cache = new SnapshotCache<ShopId, Trends>(loadTrends, () => maxAgeMs, maxShops);

/** What a shop's customers buy more or less of now than over its whole history; at most ten minutes old. */
export async function listTrends(shop: ShopId, now: Date): Promise<Trends> {
  return cache.get(shop, now.getTime());
}

async function loadTrends(shop: ShopId): Promise<Trends> {
  const { rows } = await pool.query<{ product_id: number; orders: number; recent: number; all_orders: number }>({
    name: "trends",
    text: `select p.product_id, p.orders, coalesce(d.recent, 0) as recent, s.orders as all_orders
           from co_purchase_shops s
           join co_purchase_products p on p.shop = s.shop
           left join (select product_id, sum(orders * power(2, ((now() at time zone 'utc')::date - day)::float8 / -$2::float8)) as recent
                      from product_days where shop = $1 and day > (now() at time zone 'utc')::date - $3::int group by product_id) d on d.product_id = p.product_id
           where s.shop = $1`,
    values: [shop, HALF_LIFE_DAYS, windowDays],
  });
  const held = rows.reduce((sum, row) => sum + row.orders, 0);
  const recently = rows.reduce((sum, row) => sum + row.recent, 0);
  if (held === 0 || recently === 0) return new Map();
  return new Map(
    rows
      // Orders hold as many products now as ever: what was bought recently stands for the orders.
      .map((row): [number, number] => [row.product_id, trendFactor((row.recent / recently) * (held / row.all_orders), row.orders / row.all_orders)])
      .filter(([, factor]) => Math.abs(factor - 1) >= leastMove)
      .sort((one, other) => Math.abs(other[1] - 1) - Math.abs(one[1] - 1))
      .slice(0, mostProducts),
  );
}
