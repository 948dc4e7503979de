import { unpackOrders } from "../../domain/backtest/packed-orders";
import type { PastOrder } from "../../domain/backtest/past-order";
import type { ShopId } from "../../domain/shops/shop-id";
import { pool } from "../database.server";
import { packRows, selectOrders } from "./past-orders.server";
import type { OrderRow } from "./past-orders.server";

interface Most {
  recent: number;
  /** Of all their customers together. */
  earlier: number;
  /** Of one of them. */
  each: number;
}

/**
 * The newest orders, and before them what else is on record of their customers (the latest of it), each in order of time.
 * However long the shop's past is, no more of it is read.
 */
export async function listRecentPastOrders(shop: ShopId, until: Date, most: Most): Promise<{ recent: PastOrder[]; earlier: PastOrder[] }> {
  const recent = await listOrders("select * from orders where shop = $1 and processed_at < $2 order by processed_at desc, id desc limit $3", [shop, until, most.recent]);
  const keys = [...new Set(recent.flatMap(({ customerKey }) => (customerKey === null ? [] : [customerKey])))];
  const [first] = recent;
  if (!first || keys.length === 0) return { recent, earlier: [] };
  // Customer by customer: asked of all at once, the planner reads the shop's orders from the newest on until it has met enough of theirs.
  const earlier = await listOrders(
    `select e.* from unnest($3::text[]) wanted(customer_key) cross join lateral (
       select * from orders where shop = $1 and customer_key = wanted.customer_key and (processed_at, id) < ($2, $4) order by processed_at desc, id desc limit $6
     ) e order by e.processed_at desc, e.id desc limit $5`,
    [shop, first.processedAt, keys, first.id, most.earlier, most.each],
  );
  return { recent, earlier };
}

/** Looks up what offers added order by order, where the whole shop's replay reads all of it once. */
async function listOrders(orders: string, values: unknown[]): Promise<PastOrder[]> {
  const added = "(select array(select a.line_id from acceptances a where a.shop = $1 and a.order_id = o.id and a.line_id is not null) as ids) added";
  const { rows } = await pool.query<OrderRow>(`${selectOrders(`(${orders}) o cross join lateral ${added}`, "ol.id = any(added.ids)")} order by o.processed_at, o.id`, values);
  return unpackOrders(packRows(rows));
}
