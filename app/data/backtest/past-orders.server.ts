import type { PoolClient } from "pg";
import type { GiftConfidence } from "../../domain/courtesy/gift-confidence";
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
  discount_codes: string[];
  gift_confidence: GiftConfidence | null;
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
  units: number[];
}

/** How many orders a replay of this shop has before it. */
export async function countPastOrders(shop: ShopId, until: Date): Promise<number> {
  const { rows } = await pool.query<{ count: number }>("select count(*) from orders where shop = $1 and processed_at < $2", [shop, until]);
  return rows[0]?.count ?? 0;
}

/**
 * The shop's orders in order of time, in batches over one consistent state of the database; never more than two batches
 * in memory. `each` returns false to stop.
 */
export async function streamPastOrders(shop: ShopId, until: Date, each: (orders: PastOrder[]) => Promise<boolean>): Promise<void> {
  await inTransaction(async (client) => {
    await client.query("set transaction isolation level repeatable read read only");
    await client.query(`declare past_orders no scroll cursor for ${ordersSql}`, [shop, until]);
    // While one batch is worked on, the database makes the next.
    let next = fetchBatch(client);
    try {
      for (let batch = await next; batch.length > 0; batch = await next) {
        next = fetchBatch(client);
        if (!(await each(batch))) return;
      }
    } finally {
      await next.catch(() => undefined);
    }
  });
}

async function fetchBatch(client: PoolClient): Promise<PastOrder[]> {
  const { rows } = await client.query<OrderRow>(`fetch forward ${String(batchSize)} from past_orders`);
  return rows.map(orderOf);
}

// What an accepted offer added was not there when the page was. int8[] has a quick parser, hence the cast. The order's
// own index gives the order of time, so the first batch is there at once, and nothing is sorted.
const ordersSql = `
  select o.id, o.name, o.checkout_token, o.customer_key, o.country_code, o.source_name, o.gateways, o.discount_codes,
    o.gift_confidence, o.currency, o.total_minor,
    o.test, o.processed_at, o.cancelled_at, k.added_minor,
    coalesce(k.product_ids, '{}') as product_ids, coalesce(k.variant_ids, '{}') as variant_ids,
    coalesce(k.quantities, '{}') as quantities, coalesce(k.totals, '{}') as totals, coalesce(k.units, '{}') as units
  from orders o
  cross join lateral (
    select
      array_agg(l.product_id) filter (where l.is_kept) as product_ids,
      array_agg(coalesce(l.variant_id, 0)) filter (where l.is_kept) as variant_ids,
      array_agg(l.quantity::int8) filter (where l.is_kept) as quantities,
      array_agg(l.total_minor) filter (where l.is_kept) as totals,
      array_agg(l.unit_minor) filter (where l.is_kept) as units,
      coalesce(sum(l.total_minor) filter (where l.is_added), 0)::int8 as added_minor
    from (
      select found.*, found.product_id is not null and not found.is_added as is_kept
      from (
        select ol.*, (ol.order_id, ol.id) in (select a.order_id, a.line_id from acceptances a where a.shop = $1 and a.order_id is not null and a.line_id is not null) as is_added
        from order_lines ol where ol.shop = $1 and ol.order_id = o.id order by ol.id
      ) found
    ) l
  ) k
  where o.shop = $1 and o.processed_at < $2
  order by o.processed_at, o.id`;

function orderOf(row: OrderRow): PastOrder {
  return {
    id: row.id, name: row.name, checkoutToken: row.checkout_token, customerKey: row.customer_key, countryCode: row.country_code,
    sourceName: row.source_name, gateways: row.gateways, discountCodes: row.discount_codes, gift: row.gift_confidence, currency: row.currency, totalMinor: row.total_minor - row.added_minor, test: row.test,
    processedAt: row.processed_at, cancelledAt: row.cancelled_at,
    lines: row.product_ids.map((productId, index): PastLine => ({
      productId, variantId: row.variant_ids[index] ?? 0, quantity: row.quantities[index] ?? 0, totalMinor: row.totals[index] ?? 0, unitMinor: row.units[index] ?? 0,
    })),
  };
}
