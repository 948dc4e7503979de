import type { PoolClient } from "pg";
import type { ShopId } from "../../domain/shops/shop-id";
import { pool } from "../database.server";

type Queryable = Pick<PoolClient, "query">;

export interface UncountedOrder {
  orderId: number;
  revision: number;
}

/** Notes that orders changed, in the transaction that changed them. */
export async function markUncounted(shop: ShopId, orderIds: readonly number[], client: Queryable): Promise<void> {
  if (orderIds.length === 0) return;
  await client.query({
    name: "mark_uncounted",
    text: `insert into uncounted_orders (shop, order_id, revision)
           select $1, id, 1 from unnest($2::bigint[]) as x(id) order by id
           on conflict (shop, order_id) do update set revision = uncounted_orders.revision + 1`,
    values: [shop, orderIds],
  });
}

export async function listUncounted(shop: ShopId, limit: number, client: Queryable = pool): Promise<UncountedOrder[]> {
  const { rows } = await client.query<{ order_id: number; revision: number }>({
    name: "list_uncounted",
    text: "select order_id, revision from uncounted_orders where shop = $1 order by order_id limit $2",
    values: [shop, limit],
  });
  return rows.map((row) => ({ orderId: row.order_id, revision: row.revision }));
}

/** Those of the orders after one up to another, by id. */
export async function listUncountedBetween(shop: ShopId, afterId: number, lastId: number, client: Queryable): Promise<UncountedOrder[]> {
  const { rows } = await client.query<UncountedOrder>(
    `select order_id as "orderId", revision from uncounted_orders where shop = $1 and order_id > $2 and order_id <= $3 order by order_id`, [shop, afterId, lastId],
  );
  return rows;
}

/** Forgets that orders were to be counted, unless they changed once more meanwhile. */
export async function clearUncounted(shop: ShopId, orders: readonly UncountedOrder[], client: Queryable): Promise<void> {
  await client.query({
    name: "clear_uncounted",
    text: `delete from uncounted_orders u using json_to_recordset($2::json) as x(order_id bigint, revision int)
           where u.shop = $1 and u.order_id = x.order_id and u.revision = x.revision`,
    values: [shop, JSON.stringify(orders.map(({ orderId, revision }) => ({ order_id: orderId, revision })))],
  });
}

/** Shops that have orders to be counted, or whose count of all was cut short. */
export async function listShopsToCount(): Promise<ShopId[]> {
  const { rows } = await pool.query<{ shop: ShopId }>(
    "select shop from shops s where s.uninstalled_at is null and (exists (select from uncounted_orders u where u.shop = s.shop) or exists (select from count_builds b where b.shop = s.shop))",
  );
  return rows.map(({ shop }) => shop);
}

/** Whether the shop's orders are being imported now. */
export async function isImportingOrders(shop: ShopId): Promise<boolean> {
  const { rowCount } = await pool.query("select from sync_runs where shop = $1 and kind = 'orders' and finished_at is null limit 1", [shop]);
  return Boolean(rowCount);
}
