import type { FlowTrigger } from "../../domain/flow/events";
import type { ShopId } from "../../domain/shops/shop-id";
import { pool } from "../database.server";
import type { FlowEventStatus } from "./outbox.server";

export interface TriggerFigures {
  trigger: FlowTrigger;
  status: FlowEventStatus;
  count: number;
}

/** Events by trigger and state since a moment. */
export async function countFlowEvents(shop: ShopId, since: Date): Promise<TriggerFigures[]> {
  const { rows } = await pool.query<TriggerFigures>(
    "select trigger, status, count(*)::int as count from flow_events where shop = $1 and made_at >= $2 group by 1, 2",
    [shop, since],
  );
  return rows;
}

export interface LatestRun {
  day: Date;
  customersTotal: number;
  customersChecked: number;
  found: number;
  finishedAt: Date | null;
}

/** The last daily search for reorders; null before the first. */
export async function findLatestRun(shop: ShopId): Promise<LatestRun | null> {
  const { rows } = await pool.query<{ day: Date; customers_total: number; customers_checked: number; found: number; finished_at: Date | null }>(
    "select day, customers_total, customers_checked, found, finished_at from flow_runs where shop = $1 order by day desc limit 1",
    [shop],
  );
  const [row] = rows;
  return row ? { day: row.day, customersTotal: row.customers_total, customersChecked: row.customers_checked, found: row.found, finishedAt: row.finished_at } : null;
}

export interface PromptOutcomes {
  /** Prompts that Flow took and whose time to be followed is over. */
  sent: number;
  /** Of these, the ones whose product the customer bought in that time. */
  succeeded: number;
}

/** As many tell what reminders are worth; the newest are looked at. */
const mostJudged = 2_000;

/** What became of the newest reminders that were sent within a span: whether the product was bought within so many days of each. */
export async function countPromptOutcomes(shop: ShopId, span: { from: Date; to: Date }, windowDays: number): Promise<PromptOutcomes> {
  const { rows } = await pool.query<PromptOutcomes>({
    name: "prompt_outcomes",
    text: `select count(*)::int as sent, (count(*) filter (where exists (
             select from counted_orders o
             where o.shop = e.shop and o.customer_key = e.customer_key and o.bought_at > e.sent_at
               and o.bought_at <= e.sent_at + make_interval(days => $4) and (e.payload->>'product_id')::bigint = any(o.product_ids))))::int as succeeded
           from (
             select * from flow_events where shop = $1 and trigger = 'reorder-due' and status = 'sent' and sent_at >= $2 and sent_at < $3
             order by sent_at desc limit $5
           ) e`,
    values: [shop, span.from, span.to, windowDays, mostJudged],
  });
  return rows[0] ?? { sent: 0, succeeded: 0 };
}
