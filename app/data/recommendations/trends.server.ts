import { HALF_LIFE_DAYS, TREND_DAYS, type Trends, trendsOf } from "../../domain/reorders/product-trend";
import type { ShopId } from "../../domain/shops/shop-id";
import { SnapshotCache } from "../decisions/snapshot-cache";
import { pool } from "../database.server";

/** What is bought changes slowly. */
const maxAgeMs = 10 * 60_000;
const maxShops = 500;

const cache = new SnapshotCache<ShopId, Trends>(loadTrends, () => maxAgeMs, maxShops);

/** What a shop's customers buy more or less of now than over its whole history; at most twenty minutes old. */
export async function listTrends(shop: ShopId, now: Date): Promise<Trends> {
  return cache.get(shop, now.getTime());
}

async function loadTrends(shop: ShopId): Promise<Trends> {
  const { rows } = await pool.query<{ productId: number; orders: number; recent: number; allOrders: number }>({
    name: "trends",
    text: `select p.product_id as "productId", p.orders, coalesce(d.recent, 0) as recent, s.orders as "allOrders"
           from co_purchase_shops s
           join co_purchase_products p on p.shop = s.shop
           left join (select product_id, sum(orders * power(2, ((now() at time zone 'utc')::date - day)::float8 / -$2::float8)) as recent
                      from product_days where shop = $1 and day > (now() at time zone 'utc')::date - $3::int group by product_id) d on d.product_id = p.product_id
           where s.shop = $1`,
    values: [shop, HALF_LIFE_DAYS, TREND_DAYS],
  });
  return trendsOf(rows, rows[0]?.allOrders ?? 0);
}
