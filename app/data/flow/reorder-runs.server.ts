import type { OwnOrder, RebuyFigures } from "../../domain/strategies/reorders-due";
import type { ShopId } from "../../domain/shops/shop-id";
import { pool } from "../database.server";

export interface ReorderRun {
  cursor: string | null;
  isFinished: boolean;
}

/** A customer with a past, and what the shop knows of buying its products again. */
export interface Rebuyer {
  customerKey: string;
  orders: OwnOrder[];
}

export interface RebuyerPage {
  customers: Rebuyer[];
  figures: Map<number, RebuyFigures>;
}

/** The day's run, made at its first call; `day` is a date as 2026-11-21. */
export async function openReorderRun(shop: ShopId, day: string, now: Date): Promise<ReorderRun> {
  await pool.query(
    `insert into flow_runs (shop, day, customers_total, started_at)
     select $1, $2, count(distinct customer_key), $3 from counted_orders where shop = $1 and customer_key like 'c:%'
     on conflict do nothing`,
    [shop, day, now],
  );
  const { rows } = await pool.query<{ cursor: string | null; finished_at: Date | null }>("select cursor, finished_at from flow_runs where shop = $1 and day = $2", [shop, day]);
  const [row] = rows;
  return { cursor: row?.cursor ?? null, isFinished: row !== undefined && row.finished_at !== null };
}

/** How far the run has come; a run that was ended goes on from there. A finished one names no customer any more. */
export async function advanceReorderRun(shop: ShopId, day: string, step: { cursor: string | null; checked: number; found: number; finishedAt: Date | null }): Promise<void> {
  await pool.query(
    `update flow_runs set cursor = case when $6::timestamptz is null then coalesce($3, cursor) end, customers_checked = customers_checked + $4, found = found + $5, finished_at = $6
     where shop = $1 and day = $2`,
    [shop, day, step.cursor, step.checked, step.found, step.finishedAt],
  );
}

interface PageRow { customer_key: string; orders: { boughtAt: string; productIds: number[] }[] }

/**
 * The next customers by key who have at least three orders, without those who want no offers; each with their last 50
 * orders. Guests are left out: Flow cannot be told of them.
 */
export async function listRebuyers(shop: ShopId, after: string | null, limit: number): Promise<RebuyerPage> {
  const { rows } = await pool.query<PageRow>({
    name: "list_rebuyers",
    text: `with customers as materialized (
             select customer_key from counted_orders
             where shop = $1 and customer_key like 'c:%' and customer_key > coalesce($2, '')
             group by customer_key order by customer_key limit $3
           )
           select c.customer_key, (
             select coalesce(jsonb_agg(jsonb_build_object('boughtAt', o.bought_at, 'productIds', o.product_ids)), '[]')
             from (select bought_at, product_ids from counted_orders where shop = $1 and customer_key = c.customer_key order by bought_at desc limit 50) o
           ) as orders
           from customers c order by c.customer_key`,
    values: [shop, after, limit],
  });
  const customers = rows.map((row) => ({
    customerKey: row.customer_key,
    orders: row.orders.map(({ boughtAt, productIds }) => ({ boughtAt: new Date(boughtAt), productIds })),
  }));
  const ids = [...new Set(customers.flatMap(({ orders }) => orders.flatMap(({ productIds }) => productIds)))];
  return { customers, figures: await rebuyFigures(shop, ids) };
}

async function rebuyFigures(shop: ShopId, productIds: readonly number[]): Promise<Map<number, RebuyFigures>> {
  const { rows } = await pool.query<{ product_id: number; customers: number; repeats: number; repeat_customers: number; typical_days: number | null }>({
    name: "rebuy_figures",
    text: "select product_id, customers, repeats, repeat_customers, typical_days from co_purchase_products where shop = $1 and product_id = any($2::bigint[])",
    values: [shop, productIds],
  });
  return new Map(rows.map((row) => [row.product_id, { customers: row.customers, repeats: row.repeats, repeatCustomers: row.repeat_customers, typicalDays: row.typical_days }]));
}
