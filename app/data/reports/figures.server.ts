import type { ShopId } from "../../domain/shops/shop-id";
import { pool } from "../database.server";
import { hasArrived, takenJoin, takenState } from "./taken";

/** From inclusive, to exclusive. */
export interface Span {
  from: Date;
  to: Date;
}

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
  /** Net of refunds, cancellations and unpaid edits to this day; minor units of the shop's currency. */
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
  const { rows } = await pool.query<Figures>(
    `select
       count(distinct d.order_id) filter (where d.step = 1) as eligible,
       count(*) filter (where d.impression_at is not null and ${hasArrived}) as impressions,
       count(*) filter (where ${hasArrived} and ${takenState} = 'confirmed') as acceptances,
       count(*) filter (where d.impression_at is not null and not ${hasArrived}) as waiting,
       coalesce(sum(l.net), 0)::bigint as "revenueMinor"
     from decisions d
     left join acceptances a on a.shop = d.shop and a.decision_id = d.id
     ${takenJoin}
     left join lateral (
       select sum(e.amount_minor) as net from ledger_entries e
       where e.shop = d.shop and e.decision_id = d.id and e.currency = $4
     ) l on ${takenState} is not null
     where d.shop = $1 and d.decided_at >= $2 and d.decided_at < $3`,
    [shop, span.from, span.to, currency],
  );
  return rows[0] ?? { eligible: 0, impressions: 0, acceptances: 0, revenueMinor: 0, waiting: 0 };
}

/** The same figures step by step; `starts` are the steps' first instants in order, `end` closes the last. */
export async function readSeries(shop: ShopId, starts: readonly Date[], end: Date, currency: string): Promise<SeriesStep[]> {
  const from = starts[0];
  if (!from) return [];
  const { rows } = await pool.query<{ step: number; impressions: number; acceptances: number; revenue: number }>(
    `select width_bucket(d.decided_at, $2::timestamptz[]) as step,
       count(*) filter (where d.impression_at is not null) as impressions,
       count(*) filter (where ${takenState} = 'confirmed') as acceptances,
       coalesce(sum(l.net), 0)::bigint as revenue
     from decisions d
     left join acceptances a on a.shop = d.shop and a.decision_id = d.id
     ${takenJoin}
     left join lateral (
       select sum(e.amount_minor) as net from ledger_entries e
       where e.shop = d.shop and e.decision_id = d.id and e.currency = $5
     ) l on ${takenState} is not null
     where d.shop = $1 and d.decided_at >= $3 and d.decided_at < $4 and ${hasArrived}
     group by 1`,
    [shop, starts, from, end, currency],
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
