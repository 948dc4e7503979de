import type { PoolClient } from "pg";
import { z } from "zod";
import type { GiftConfidence } from "../../domain/courtesy/gift-confidence";
import { OrderPacker, type PackedOrders } from "../../domain/backtest/packed-orders";
import type { ShopId } from "../../domain/shops/shop-id";
import { inTransaction, pool } from "../database.server";

/** Few enough that other work of this process goes on between two batches. */
const batchSize = 1_000;

export interface OrderRow {
  id: number;
  name: string;
  checkout_token: string | null;
  customer_key: string | null;
  country_code: string | null;
  source_name: string;
  gateways: string;
  discount_codes: string;
  gift_confidence: GiftConfidence | null;
  currency: string;
  total_minor: number;
  added_minor: number;
  test: boolean;
  processed_ms: number;
  cancelled_ms: number | null;
  lines: string | null;
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
export async function streamPastOrders(shop: ShopId, until: Date, each: (orders: PackedOrders) => Promise<boolean>): Promise<void> {
  await inTransaction(async (client) => {
    await client.query("set transaction isolation level repeatable read read only");
    await client.query(`declare past_orders no scroll cursor for ${ordersSql}`, [shop, until]);
    // While one batch is worked on, the database makes the next.
    let next = fetchBatch(client);
    try {
      for (let batch = await next; batch.orders > 0; batch = await next) {
        next = fetchBatch(client);
        if (!(await each(batch))) return;
      }
    } finally {
      await next.catch(() => undefined);
    }
  });
}

async function fetchBatch(client: PoolClient): Promise<PackedOrders> {
  const { rows } = await client.query<OrderRow>(`fetch forward ${String(batchSize)} from past_orders`);
  return packRows(rows);
}

// What an accepted offer added was not there when the page was. Half a million lines are read: five numbers of each come
// in one text, because arrays of their own cost several times as much on both sides; so do times that are not numbers.
// The order's own index gives the order of time, so the first batch is there at once, and nothing is sorted.
const ordersSql = `${selectOrders(
  "orders o", "(ol.order_id, ol.id) in (select a.order_id, a.line_id from acceptances a where a.shop = $1 and a.order_id is not null and a.line_id is not null)",
)} where o.shop = $1 and o.processed_at < $2 order by o.processed_at, o.id`;

/** SQL: what `packRows` reads of the orders `o` in `from`; `isAdded` says of a line `ol` whether an offer added it. Shop $1. */
export function selectOrders(from: string, isAdded: string): string {
  return `
  select o.id, o.name, o.checkout_token, o.customer_key, o.country_code, o.source_name,
    to_json(o.gateways)::text as gateways, to_json(o.discount_codes)::text as discount_codes,
    o.gift_confidence, o.currency, o.total_minor, o.test,
    (extract(epoch from o.processed_at) * 1000)::int8 as processed_ms, (extract(epoch from o.cancelled_at) * 1000)::int8 as cancelled_ms,
    k.added_minor, k.lines
  from ${from}
  cross join lateral (
    select
      string_agg(concat_ws(',', l.product_id, coalesce(l.variant_id, 0), l.quantity, l.total_minor, l.unit_minor), ',') filter (where l.is_kept) as lines,
      coalesce(sum(l.total_minor) filter (where l.is_added), 0)::int8 as added_minor
    from (
      select found.*, found.product_id is not null and not found.is_added as is_kept
      from (
        select ol.*, ${isAdded} as is_added
        from order_lines ol where ol.shop = $1 and ol.order_id = o.id order by ol.id
      ) found
    ) l
  ) k`;
}

/** The rows of `selectOrders` as a replay takes them. */
export function packRows(rows: readonly OrderRow[]): PackedOrders {
  const packer = new OrderPacker();
  for (const row of rows) {
    packer.add({
      id: row.id, name: row.name, checkoutToken: row.checkout_token, customerKey: row.customer_key, countryCode: row.country_code,
      sourceName: row.source_name, gateways: namesOf(row.gateways), discountCodes: namesOf(row.discount_codes), gift: row.gift_confidence,
      currency: row.currency, totalMinor: row.total_minor - row.added_minor, test: row.test, processedMs: row.processed_ms, cancelledMs: row.cancelled_ms,
    }, row.lines === null ? [] : numbersOf(row.lines));
  }
  return packer.packed();
}

const comma = 44;
const minus = 45;
const zero = 48;

/** Whole numbers between commas; splitting the text first would cost several times as much. */
function numbersOf(text: string): number[] {
  const numbers: number[] = [];
  let number = 0;
  let sign = 1;
  for (let place = 0; place < text.length; place += 1) {
    const code = text.charCodeAt(place);
    if (code === comma) {
      numbers.push(sign * number);
      number = 0;
      sign = 1;
    } else if (code === minus) sign = -1;
    else number = number * 10 + code - zero;
  }
  numbers.push(sign * number);
  return numbers;
}

/** Ways to pay are few, and most orders have no code: the same lists come again and again. */
const lists = new Map<string, readonly string[]>();
const keptLists = 1_000;
const Names = z.array(z.string());

function namesOf(text: string): readonly string[] {
  let names = lists.get(text);
  if (!names) {
    names = Names.parse(JSON.parse(text));
    if (lists.size >= keptLists) lists.clear();
    lists.set(text, names);
  }
  return names;
}
