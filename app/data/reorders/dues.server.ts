import type { PoolClient } from "pg";
import type { CustomerDue } from "../../domain/reorders/customer-dues";
import type { ShopId } from "../../domain/shops/shop-id";
import { inTransaction } from "../database.server";

type Queryable = Pick<PoolClient, "query">;

export type DueOf = CustomerDue & { customerKey: string };

/** Whose dues are replaced: these customers', or those of all keys after `after` up to `upTo`, null for no end. */
export type Replaced = { keys: readonly string[] } | { after: string | null; upTo: string | null };

/** In `reorder_weeks`: all products together. */
export const allProducts = 0;
/** In `reorder_weeks`: all weeks together. */
export const allWeeks = "-infinity";

/** Replaces what customers are due to buy again, and keeps the weeks' totals; days are the shop's. Returns how many dues came or went. */
export async function replaceDues(shop: ShopId, replaced: Replaced, dues: readonly DueOf[], timeZone: string): Promise<number> {
  return inTransaction(async (client) => {
    // The totals are added to: two writers of one shop one after the other.
    await client.query("select pg_advisory_xact_lock(hashtextextended('reorders ' || $1, 0))", [shop]);
    const [within, values] = withinOf(replaced);
    const wanted = [shop, JSON.stringify(dues.map(rowOf)), timeZone];
    const gone = await client.query<WeekRow>(
      `with wanted as materialized (${wantedSql})
       delete from reorder_dues d where d.shop = $1 and ${within}
         and not exists (select from wanted w where (w.*) = (d.shop, d.customer_key, d.product_id, d.due_from, d.due_on, d.due_until, d.times_bought, d.last_order_id, d.last_bought_at))
       returning ${weekSql}`,
      [...wanted, ...values],
    );
    const come = await client.query<WeekRow>(`insert into reorder_dues (${columns}) ${wantedSql} order by 2, 3 on conflict do nothing returning ${weekSql}`, wanted);
    await addToWeeks(shop, [...gone.rows.map((row) => ({ ...row, dues: -1 })), ...come.rows.map((row) => ({ ...row, dues: 1 }))], client);
    return gone.rows.length + come.rows.length;
  });
}

/** Takes out what is kept of customers who are to be left alone. */
export async function forgetDues(shop: ShopId, customerKeys: readonly string[], client: Queryable): Promise<void> {
  await client.query("select pg_advisory_xact_lock(hashtextextended('reorders ' || $1, 0))", [shop]);
  const { rows } = await client.query<WeekRow>(`delete from reorder_dues where shop = $1 and customer_key = any($2::text[]) returning ${weekSql}`, [shop, customerKeys]);
  await addToWeeks(shop, rows.map((row) => ({ ...row, dues: -1 })), client);
}

/** The same by itself. */
export async function dropDues(shop: ShopId, customerKeys: readonly string[]): Promise<void> {
  await inTransaction((client) => forgetDues(shop, customerKeys, client));
}

interface WeekRow {
  productId: number;
  /** A Monday. */
  week: string;
}

const weekSql = `product_id as "productId", date_trunc('week', due_on)::date::text as week`;

async function addToWeeks(shop: ShopId, changes: readonly (WeekRow & { dues: number })[], client: Queryable): Promise<void> {
  if (changes.length === 0) return;
  const { rows } = await client.query<{ product: number; week: string; dues: number }>(
    `with changed as (
       select product, w.week, sum(dues)::int as dues from json_to_recordset($2::json) as x("productId" bigint, week date, dues int),
         unnest(array["productId", ${allProducts}]) as product, unnest(array[x.week, '${allWeeks}'::date]) as w(week)
       group by product, w.week having sum(dues) <> 0
     )
     insert into reorder_weeks as held (shop, product_id, week, dues) select $1, product, week, dues from changed order by product, week
     on conflict (shop, product_id, week) do update set dues = held.dues + excluded.dues
     returning product_id as product, week::text, dues`,
    [shop, JSON.stringify(changes)],
  );
  const over = rows.filter(({ dues }) => dues === 0);
  await client.query(
    "delete from reorder_weeks where shop = $1 and (product_id, week) in (select * from unnest($2::bigint[], $3::date[]))",
    [shop, over.map(({ product }) => product), over.map(({ week }) => week)],
  );
}

const columns = "shop, customer_key, product_id, due_from, due_on, due_until, times_bought, last_order_id, last_bought_at";

/** The rows of $2 with the days of the zone $3. */
const wantedSql = `
  select $1::text as shop, key, product, (due_from at time zone $3)::date as due_from, (due_on at time zone $3)::date as due_on,
         (due_until at time zone $3)::date as due_until, times, order_id, bought_at::timestamptz(3) as bought_at
  from json_to_recordset($2::json) as x(key text, product bigint, due_from timestamptz, due_on timestamptz, due_until timestamptz, times int, order_id bigint, bought_at timestamptz)`;

/** As a condition on $4 and, for a range, $5. */
function withinOf(replaced: Replaced): [string, unknown[]] {
  if ("keys" in replaced) return ["d.customer_key = any($4::text[])", [replaced.keys]];
  return ["d.customer_key > coalesce($4, '') and ($5::text is null or d.customer_key <= $5)", [replaced.after, replaced.upTo]];
}

function rowOf({ customerKey, productId, dueFrom, dueOn, dueUntil, timesBought, lastOrderId, lastBoughtAt }: DueOf) {
  return { key: customerKey, product: productId, due_from: dueFrom, due_on: dueOn, due_until: dueUntil, times: timesBought, order_id: lastOrderId, bought_at: lastBoughtAt };
}
