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
