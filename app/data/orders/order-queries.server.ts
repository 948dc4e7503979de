import type { PoolClient } from "pg";
import type { CustomerKey } from "../../domain/orders/customer-key";
import type { ShopId } from "../../domain/shops/shop-id";
import { pool } from "../database.server";
import { lockOrders } from "./orders.server";
import { markUncounted } from "../recommendations/uncounted-orders.server";

type Queryable = Pick<PoolClient, "query">;

/** Orders of this customer placed before that time, cancelled ones left out. */
export async function countPriorOrders(shop: ShopId, customerKey: CustomerKey, before: Date): Promise<number> {
  const { rows } = await pool.query<{ count: number }>({
    name: "count-prior-orders",
    text: `select count(*) from orders
            where shop = $1 and customer_key = $2 and processed_at < $3 and cancelled_at is null and not test`,
    values: [shop, customerKey, before],
  });
  return rows[0]?.count ?? 0;
}

/** Which of these orders Encore decided anything about, or hold what was chosen of a block; the others have nothing to settle. */
export async function listOrdersWithDecisions(shop: ShopId, orderIds: readonly number[], client: Queryable = pool): Promise<number[]> {
  if (orderIds.length === 0) return [];
  const { rows } = await client.query<{ id: number }>({
    name: "orders-with-decisions",
    text: `select o.id from orders o
            where o.shop = $1 and o.id = any($2::bigint[])
              and (exists (select from decisions d where d.shop = $1 and d.reference_id = o.checkout_token)
                or exists (select from decisions d where d.shop = $1 and d.order_id = o.id)
                or exists (select from order_lines l where l.shop = $1 and l.order_id = o.id and l.claim is not null)
                or exists (select from offer_claims c where c.shop = $1 and c.order_id = o.id)
                or exists (select from offer_claims c where c.shop = $1 and c.discount_code = any(o.discount_codes)))`,
    values: [shop, orderIds],
  });
  return rows.map(({ id }) => id);
}

/** When the mirror's state of these orders was made by Shopify; orders that it lacks are left out. */
export async function findOrderTimes(shop: ShopId, orderIds: readonly number[]): Promise<Map<number, Date>> {
  const { rows } = await pool.query<{ id: number; source_at: Date }>(
    `select id, source_at from orders where shop = $1 and id = any($2::bigint[])
     union all select id, '9999-01-01' from deleted_orders where shop = $1 and id = any($2::bigint[])`,
    [shop, orderIds],
  );
  return new Map(rows.map((row) => [row.id, row.source_at]));
}

/** Ids of the orders that were placed between two moments, the first included. */
export async function listOrdersPlaced(shop: ShopId, from: Date, until: Date): Promise<number[]> {
  const { rows } = await pool.query<{ id: number }>("select id from orders where shop = $1 and processed_at >= $2 and processed_at < $3", [shop, from, until]);
  return rows.map(({ id }) => id);
}

export async function findOrderCurrency(shop: ShopId, orderId: number): Promise<string | null> {
  const { rows } = await pool.query<{ currency: string }>("select currency from orders where shop = $1 and id = $2", [shop, orderId]);
  return rows[0]?.currency ?? null;
}

/** Forgets an order for good but for its name and state; a late event does not bring it back. Run it in a transaction. */
export async function forgetOrder(shop: ShopId, orderId: number, deletedAt: Date, client: Queryable): Promise<void> {
  await lockOrders(shop, "delete", client);
  await client.query(
    `insert into deleted_orders (shop, id, deleted_at, name, financial_status, test)
     select $1, $2, $3, coalesce(o.name, ''), coalesce(o.financial_status, ''), coalesce(o.test, false)
     from (values (1)) as one(deletion) left join orders o on o.shop = $1 and o.id = $2
     on conflict do nothing`,
    [shop, orderId, deletedAt],
  );
  await client.query("delete from refund_lines where shop = $1 and order_id = $2", [shop, orderId]);
  await client.query("delete from service_cases where shop = $1 and order_id = $2", [shop, orderId]);
  await client.query("delete from order_links where shop = $1 and order_id = $2", [shop, orderId]);
  await client.query("delete from order_referrals where shop = $1 and order_id = $2", [shop, orderId]);
  await client.query("delete from orders where shop = $1 and id = $2", [shop, orderId]);
  await markUncounted(shop, [orderId], client);
}
