import type { PoolClient } from "pg";
import { quarterOf } from "../../domain/reports/rolled-span";
import type { Span } from "../../domain/reports/rolled-span";
import type { ShopId } from "../../domain/shops/shop-id";
import { inTransaction, pool } from "../database.server";
import { figureFacts } from "./figure-facts";

const hourMs = 3_600_000;
/** Newer decisions still change by themselves, and of the newest hour nobody notes that they did. */
const unsettledMs = 3 * hourMs;
const sliceMs = 7 * 24 * hourMs;
const changesAtOnce = 200;

/**
 * Brings what is rolled up to the present: a week at a time, then the quarters that changed. Where nothing is rolled up yet,
 * or the shop's currency is another, it begins at the first decision. Returns how many steps it took.
 */
export async function rollUp(shop: ShopId, currency: string, now: Date, isStopped: () => boolean): Promise<number> {
  const until = quarterOf(new Date(now.getTime() - unsettledMs));
  let steps = 0;
  while (!isStopped() && (await rollOn(shop, currency, until))) steps += 1;
  while (!isStopped() && (await rollChanges(shop, currency))) steps += 1;
  return steps;
}

/** False when there is nothing more. */
async function rollOn(shop: ShopId, currency: string, until: Date): Promise<boolean> {
  return inTransaction(async (client) => {
    const from = await beginning(client, shop, currency);
    if (!from || from >= until) return false;
    const to = new Date(Math.min(from.getTime() + sliceMs, until.getTime()));
    await client.query("delete from figure_changes where shop = $1 and quarter >= $2 and quarter < $3", [shop, from, to]);
    await forget(client, shop, [{ from, to }]);
    await count(client, shop, currency, [{ from, to }]);
    await client.query(
      `insert into figure_states (shop, currency, rolled_until) values ($1, $2, $3)
       on conflict (shop) do update set currency = excluded.currency, rolled_until = excluded.rolled_until`,
      [shop, currency, to],
    );
    return true;
  });
}

/** The quarter with which to go on; null for a shop without decisions. One at a time rolls up a shop. */
async function beginning(client: PoolClient, shop: ShopId, currency: string): Promise<Date | null> {
  await client.query("select pg_advisory_xact_lock(hashtextextended('figures ' || $1, 0))", [shop]);
  const { rows } = await client.query<{ from: Date | null }>(
    `select coalesce((select rolled_until from figure_states where shop = $1 and currency = $2),
                     (select date_bin('15 minutes', min(decided_at), 'epoch') from decisions where shop = $1)) as from`,
    [shop, currency],
  );
  return rows[0]?.from ?? null;
}

async function rollChanges(shop: ShopId, currency: string): Promise<boolean> {
  return inTransaction(async (client) => {
    await client.query("select pg_advisory_xact_lock(hashtextextended('figures ' || $1, 0))", [shop]);
    // What changes meanwhile is noted again: each change holds its row until it is committed.
    const { rows } = await client.query<{ quarter: Date; ends: Date }>(
      `delete from figure_changes where shop = $1 and quarter in (
         select quarter from figure_changes where shop = $1 and quarter < (select rolled_until from figure_states where shop = $1) order by quarter limit $2)
       returning quarter, quarter + interval '15 minutes' as ends`,
      [shop, changesAtOnce],
    );
    if (rows.length === 0) return false;
    const changed = rows.map(({ quarter, ends }) => ({ from: quarter, to: ends }));
    await forget(client, shop, changed);
    await count(client, shop, currency, changed);
    return true;
  });
}

/** Writes the quarters of some spans, of which nothing may stand there, and sums up the days that they lie in. */
async function count(client: PoolClient, shop: ShopId, currency: string, spans: readonly Span[]): Promise<void> {
  const values = [shop, spans.map(({ from }) => from), spans.map(({ to }) => to)];
  await client.query(
    `with facts as materialized (
       select date_bin('15 minutes', at, 'epoch') as quarter, facts.* from (${figureFacts({ starts: "$2", ends: "$3", currency: "$4" })}) facts
     ), by_offer as (
       insert into figure_offer_quarters (shop, offer_id, quarter, impressions, acceptances, revenue_minor)
       select $1, offer, quarter, count(*) filter (where impression), count(*) filter (where acceptance), sum(net)
       from facts where offer is not null group by offer, quarter
     )
     insert into figure_quarters (shop, quarter, eligible, impressions, acceptances, waiting, revenue_minor, tax_minor, reorders, reasons)
     select $1, quarter, sum(eligible), sum(impressions), sum(acceptances), sum(waiting), sum(net), sum(tax), sum(reorders), coalesce(jsonb_object_agg(reason, orders) filter (where reason is not null), '{}')
     from (
       select quarter, reason, count(*) as orders, count(*) filter (where eligible) as eligible, count(*) filter (where impression) as impressions,
         count(*) filter (where acceptance) as acceptances, count(*) filter (where waiting) as waiting, count(*) filter (where reorder) as reorders, sum(net) as net, sum(tax) as tax
       from facts group by 1, 2
     ) by_reason group by quarter`,
    [...values, currency],
  );
  const days = `select distinct day::date from unnest($2::timestamptz[], $3::timestamptz[]) as span(starts, ends),
    generate_series(date_trunc('day', starts at time zone 'utc'), (ends - interval '1 millisecond') at time zone 'utc', interval '1 day') as day`;
  await client.query(`delete from figure_offer_days where shop = $1 and day in (${days})`, values);
  await client.query(
    `insert into figure_offer_days (shop, offer_id, day, impressions, acceptances, revenue_minor)
     select $1, q.offer_id, d.day, sum(q.impressions), sum(q.acceptances), sum(q.revenue_minor)
     from (${days}) d join figure_offer_quarters q on q.shop = $1 and q.quarter >= d.day::timestamp at time zone 'utc' and q.quarter < (d.day + 1)::timestamp at time zone 'utc'
     group by q.offer_id, d.day`,
    values,
  );
}

async function forget(client: PoolClient, shop: ShopId, spans: readonly Span[]): Promise<void> {
  for (const table of ["figure_quarters", "figure_offer_quarters"]) {
    await client.query(
      `delete from ${table} q using unnest($2::timestamptz[], $3::timestamptz[]) as span(starts, ends) where q.shop = $1 and q.quarter >= starts and q.quarter < ends`,
      [shop, spans.map(({ from }) => from), spans.map(({ to }) => to)],
    );
  }
}

/** Installed shops with something to roll up. */
export async function listShopsToRollUp(now: Date): Promise<ShopId[]> {
  const { rows } = await pool.query<{ shop: ShopId }>(
    `select s.shop from shops s left join figure_states f on f.shop = s.shop
     where s.uninstalled_at is null and (
       exists (select from figure_changes c where c.shop = s.shop and c.quarter < f.rolled_until)
       or exists (select from decisions d where d.shop = s.shop and d.decided_at >= coalesce(f.rolled_until, '-infinity') and d.decided_at < $1))
     order by s.shop`,
    [quarterOf(new Date(now.getTime() - unsettledMs))],
  );
  return rows.map(({ shop }) => shop);
}
