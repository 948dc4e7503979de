import type { Span } from "../../domain/reports/rolled-span";
import type { ShopId } from "../../domain/shops/shop-id";
import { pool } from "../database.server";
import { figureFacts } from "./figure-facts";
import { rolledQuarters, sourcesOf } from "./rolled-up.server";

export type { Span };

/**
 * What became of the orders decided on in a span. Only decisions whose order has arrived count, so that every figure
 * can be traced to orders; in the customer account, where none is in hand, a choice counts when an order has it.
 */
export interface Figures {
  /** Orders for which Encore was asked, at whatever placements. */
  eligible: number;
  /** Offers seen. */
  impressions: number;
  /** Offers accepted and confirmed by the order. */
  acceptances: number;
  /** Net of refunds, cancellations and unpaid edits to this day, without tax; minor units of the shop's currency. */
  revenueMinor: number;
  /** Offers seen whose order has not arrived yet; in none of the other figures. */
  waiting: number;
}

/** One step of a series; `start` is its first instant. */
export interface SeriesStep {
  start: Date;
  impressions: number;
  acceptances: number;
  revenueMinor: number;
}

/** The figures of a span, counted by the time of the decision. */
export async function readFigures(shop: ShopId, span: Span, currency: string): Promise<Figures> {
  const { rolled, changed, starts, ends } = await sourcesOf(shop, span, currency);
  const { rows } = await pool.query<Figures>(
    `select sum(eligible)::int as eligible, sum(impressions)::int as impressions, sum(acceptances)::int as acceptances, sum(waiting)::int as waiting, sum(net)::bigint as "revenueMinor"
     from (
       select q.eligible, q.impressions, q.acceptances, q.waiting, q.revenue_minor as net from ${rolledQuarters({ from: "$5", to: "$6", changed: "$7" })}
       union all
       select eligible::int, impression::int, acceptance::int, waiting::int, net from (${figureFacts({ starts: "$2", ends: "$3", currency: "$4" })}) facts
     ) parts`,
    [shop, starts, ends, currency, rolled?.from ?? null, rolled?.to ?? null, changed],
  );
  const [found] = rows;
  return {
    eligible: found?.eligible ?? 0, impressions: found?.impressions ?? 0, acceptances: found?.acceptances ?? 0, revenueMinor: found?.revenueMinor ?? 0, waiting: found?.waiting ?? 0,
  };
}

/** The same figures step by step; `starts` are the steps' first instants in order, `end` closes the last. */
export async function readSeries(shop: ShopId, starts: readonly Date[], end: Date, currency: string): Promise<SeriesStep[]> {
  const from = starts[0];
  if (!from) return [];
  const { rolled, changed, ...live } = await sourcesOf(shop, { from, to: end }, currency);
  const { rows } = await pool.query<{ step: number; impressions: number; acceptances: number; revenue: number }>(
    `select width_bucket(at, $8::timestamptz[]) as step, sum(impressions)::int as impressions, sum(acceptances)::int as acceptances, sum(net)::bigint as revenue
     from (
       select q.quarter as at, q.impressions, q.acceptances, q.revenue_minor as net from ${rolledQuarters({ from: "$5", to: "$6", changed: "$7" })}
       union all
       select at, impression::int, acceptance::int, net from (${figureFacts({ starts: "$2", ends: "$3", currency: "$4" })}) facts
     ) parts group by 1`,
    [shop, live.starts, live.ends, currency, rolled?.from ?? null, rolled?.to ?? null, changed, starts],
  );
  const found = new Map(rows.map((row) => [row.step, row]));
  return starts.map((start, index) => {
    const row = found.get(index + 1);
    return { start, impressions: row?.impressions ?? 0, acceptances: row?.acceptances ?? 0, revenueMinor: row?.revenue ?? 0 };
  });
}

/** Whether anything was ever decided, and ever shown, for this shop. */
export async function readFirsts(shop: ShopId): Promise<{ asked: boolean; shown: boolean }> {
  const { rows } = await pool.query<{ asked: boolean; shown: boolean }>(
    `select exists (select from decisions where shop = $1) as asked,
            exists (select from decisions where shop = $1 and impression_at is not null) as shown`,
    [shop],
  );
  return rows[0] ?? { asked: false, shown: false };
}
