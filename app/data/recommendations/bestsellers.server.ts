import type { Bestseller } from "../../domain/strategies/sources";
import type { ShopId } from "../../domain/shops/shop-id";
import { SnapshotCache } from "../decisions/snapshot-cache";
import { pool } from "../database.server";

/** By how many days back: products by orders, most first. */
export type Bestsellers = ReadonlyMap<number, readonly Bestseller[]>;

const windows = [7, 30, 90, 365];
const depth = 500;
/** What sells best changes slowly. */
const maxAgeMs = 10 * 60_000;
/** While a first import is counted there soon are some; until then not every decision looks. */
const emptyMaxAgeMs = 1_000;
const maxShops = 2_000;

const cache = new SnapshotCache<ShopId, Bestsellers>(loadBestsellers, () => maxAgeMs, maxShops);

/** The bestsellers of the windows that strategies may name; at most twenty minutes old. That there are none yet is kept for a second. */
export async function listBestsellers(shop: ShopId, now: Date): Promise<Bestsellers> {
  const found = await cache.get(shop, now.getTime());
  if ([...found.values()].every((list) => list.length === 0)) cache.keepUntil(shop, now.getTime() + emptyMaxAgeMs);
  return found;
}

async function loadBestsellers(shop: ShopId): Promise<Bestsellers> {
  const lists = await Promise.all(windows.map(async (days): Promise<[number, Bestseller[]]> => {
    const { rows } = await pool.query<{ product_id: number; orders: number }>({
      name: "bestsellers",
      text: `select product_id, sum(orders)::int as orders from product_days
             where shop = $1 and day > (now() at time zone 'utc')::date - $2::int
             group by product_id having sum(orders) > 0 order by 2 desc, 1 limit $3`,
      values: [shop, days, depth],
    });
    return [days, rows.map((row) => ({ productId: row.product_id, orders: row.orders }))];
  }));
  return new Map(lists);
}
