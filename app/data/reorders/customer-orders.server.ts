import type { CustomerOrder } from "../../domain/reorders/customer-dues";
import type { RebuyFigures } from "../../domain/strategies/reorders-due";
import type { ShopId } from "../../domain/shops/shop-id";
import { optOutKeys } from "../courtesy/opt-outs.server";
import { pool } from "../database.server";

/** A customer with as many orders as a rhythm takes. */
export interface Regular {
  customerKey: string;
  orders: CustomerOrder[];
}

export interface RegularsPage {
  customers: Regular[];
  figures: Map<number, RebuyFigures>;
}

/** Fewer purchases make no rhythm (domain prompt-gate). */
const leastOrders = 3;

/** The next customers and recognised guests by key who have three orders or more, each with their last 50. */
export async function listRegularsAfter(shop: ShopId, after: string | null, limit: number): Promise<RegularsPage> {
  return readRegulars(
    shop,
    `select customer_key from counted_orders where shop = $1 and customer_key is not null and customer_key > coalesce($2, '')
     group by customer_key having count(*) >= ${leastOrders} order by customer_key limit $3`,
    [after, limit],
  );
}

/** The same of these customers. */
export async function listRegulars(shop: ShopId, customerKeys: readonly string[]): Promise<RegularsPage> {
  return readRegulars(
    shop,
    `select customer_key from counted_orders where shop = $1 and customer_key = any($2::text[]) group by customer_key having count(*) >= ${leastOrders} order by customer_key limit $3`,
    [customerKeys, customerKeys.length],
  );
}

/** How many there are to look at. */
export async function countRegulars(shop: ShopId): Promise<number> {
  const { rows } = await pool.query<{ count: number }>(
    `select count(*) from (select from counted_orders where shop = $1 and customer_key is not null group by customer_key having count(*) >= ${leastOrders}) regulars`,
    [shop],
  );
  return rows[0]?.count ?? 0;
}

interface PageRow {
  customer_key: string;
  orders: { orderId: number; boughtAt: string; productIds: number[]; gift: CustomerOrder["gift"] }[];
}

async function readRegulars(shop: ShopId, whoSql: string, values: [unknown, number]): Promise<RegularsPage> {
  const { rows } = await pool.query<PageRow>(
    `with customers as materialized (${whoSql})
     select c.customer_key, (
       select coalesce(jsonb_agg(jsonb_build_object('orderId', n.order_id, 'boughtAt', n.bought_at, 'productIds', n.product_ids, 'gift', o.gift_confidence)), '[]')
       from (select order_id, bought_at, product_ids from counted_orders where shop = $1 and customer_key = c.customer_key order by bought_at desc limit 50) n
       left join orders o on o.shop = $1 and o.id = n.order_id
     ) as orders
     from customers c order by c.customer_key`,
    [shop, ...values],
  );
  const customers = rows.map((row) => ({ customerKey: row.customer_key, orders: row.orders.map(({ boughtAt, ...order }) => ({ ...order, boughtAt: new Date(boughtAt) })) }));
  return { customers, figures: await readFigures(shop, [...new Set(customers.flatMap(({ orders }) => orders.flatMap(({ productIds }) => productIds)))]) };
}

async function readFigures(shop: ShopId, productIds: readonly number[]): Promise<Map<number, RebuyFigures>> {
  const { rows } = await pool.query<RebuyFigures & { id: number }>({
    name: "figures_of_rebuys",
    text: `select product_id as id, customers, repeats, repeat_customers as "repeatCustomers", typical_days as "typicalDays"
           from co_purchase_products where shop = $1 and product_id = any($2::bigint[])`,
    values: [shop, productIds],
  });
  return new Map(rows.map(({ id, ...figures }) => [id, figures]));
}

/** Which of these customers want no offers. */
export async function findOptedOut(shop: ShopId, customerKeys: readonly string[]): Promise<Set<string>> {
  const byHeldKey = new Map(customerKeys.flatMap((key) => optOutKeys(shop, key).map((held) => [held, key])));
  const { rows } = await pool.query<{ customer_key: string }>({
    name: "opted_out_of",
    text: "select customer_key from opt_outs where shop = $1 and customer_key = any($2::text[]) and opted_in_at is null",
    values: [shop, [...byHeldKey.keys()]],
  });
  return new Set(rows.flatMap((row) => byHeldKey.get(row.customer_key) ?? []));
}

/** Whose orders these are, as the counts hold them and as the mirror does. */
export async function listCustomersOf(shop: ShopId, orderIds: readonly number[]): Promise<string[]> {
  const { rows } = await pool.query<{ customer_key: string }>(
    `select customer_key from counted_orders where shop = $1 and order_id = any($2::bigint[]) and customer_key is not null
     union select customer_key from orders where shop = $1 and id = any($2::bigint[]) and customer_key is not null`,
    [shop, orderIds],
  );
  return rows.map((row) => row.customer_key);
}
