import type { PoolClient } from "pg";
import type { PastLine, PastOrder } from "../../domain/backtest/past-order";
import type { ShopId } from "../../domain/shops/shop-id";
import { inTransaction, pool } from "../database.server";

const batchSize = 2_000;

interface OrderRow {
  id: number;
  name: string;
  checkout_token: string | null;
  customer_key: string | null;
  country_code: string | null;
  source_name: string;
  gateways: string[];
  currency: string;
  total_minor: number;
  added_minor: number;
  test: boolean;
  processed_at: Date;
  cancelled_at: Date | null;
  product_ids: number[];
  variant_ids: number[];
  quantities: number[];
  totals: number[];
}

/** How many orders a replay of this shop has before it. */
export async function countPastOrders(shop: ShopId, until: Date): Promise<number> {
  const { rows } = await pool.query<{ count: number }>("select count(*) from orders where shop = $1 and processed_at < $2", [shop, until]);
  return rows[0]?.count ?? 0;
}

/**
 * The shop's orders in order of time, in batches over one consistent state of the database; never more than a batch in
 * memory. `each` returns false to stop.
 */
export async function streamPastOrders(shop: ShopId, until: Date, each: (orders: PastOrder[]) => Promise<boolean>): Promise<void> {
  await inTransaction(async (client) => {
    await client.query("set transaction isolation level repeatable read read only");
    // The whole result is wanted: without this the planner prefers the quickest first row.
    await client.query("set local cursor_tuple_fraction = 1");
    await client.query(`declare past_orders no scroll cursor for ${ordersSql}`, [shop, until]);
    for (let batch = await fetchBatch(client); batch.length > 0; batch = await fetchBatch(client)) {
      if (!(await each(batch))) return;
    }
  });
}

async function fetchBatch(client: PoolClient): Promise<PastOrder[]> {
  const { rows } = await client.query<OrderRow>(`fetch forward ${String(batchSize)} from past_orders`);
  return rows.map(orderOf);
}

// What an accepted offer added was not there when the page was. int8[] has a quick parser, hence the casts.
const ordersSql = `
  with added as materialized (
    select a.order_id, a.line_id from acceptances a where a.shop = $1 and a.line_id is not null
  ), kept as (
    select l.order_id,
      array_agg(l.product_id order by l.id) filter (where l.product_id is not null and added.line_id is null) as product_ids,
      array_agg(coalesce(l.variant_id, 0) order by l.id) filter (where l.product_id is not null and added.line_id is null) as variant_ids,
      array_agg(l.quantity::int8 order by l.id) filter (where l.product_id is not null and added.line_id is null) as quantities,
      array_agg(l.total_minor order by l.id) filter (where l.product_id is not null and added.line_id is null) as totals,
      coalesce(sum(l.total_minor) filter (where added.line_id is not null), 0)::int8 as added_minor
    from order_lines l left join added on added.order_id = l.order_id and added.line_id = l.id
    where l.shop = $1
    group by l.order_id
  )
  select o.id, o.name, o.checkout_token, o.customer_key, o.country_code, o.source_name, o.gateways, o.currency, o.total_minor,
    o.test, o.processed_at, o.cancelled_at, coalesce(k.added_minor, 0) as added_minor,
    coalesce(k.product_ids, '{}') as product_ids, coalesce(k.variant_ids, '{}') as variant_ids,
    coalesce(k.quantities, '{}') as quantities, coalesce(k.totals, '{}') as totals
  from orders o left join kept k on k.order_id = o.id
  where o.shop = $1 and o.processed_at < $2
  order by o.processed_at, o.id`;

function orderOf(row: OrderRow): PastOrder {
  return {
    id: row.id, name: row.name, checkoutToken: row.checkout_token, customerKey: row.customer_key, countryCode: row.country_code,
    sourceName: row.source_name, gateways: row.gateways, currency: row.currency, totalMinor: row.total_minor - row.added_minor, test: row.test,
    processedAt: row.processed_at, cancelledAt: row.cancelled_at,
    lines: row.product_ids.map((productId, index): PastLine => ({
      productId, variantId: row.variant_ids[index] ?? 0, quantity: row.quantities[index] ?? 0, totalMinor: row.totals[index] ?? 0,
    })),
  };
}
