import type { PoolClient } from "pg";
import { v7 as uuidv7 } from "uuid";
import { z } from "zod";
import { BacktestResult } from "../../domain/backtest/result";
import { OfferContentSchema } from "../../domain/offers/offer-draft";
import type { OfferContent } from "../../domain/offers/offer";
import type { ShopId } from "../../domain/shops/shop-id";
import { pool } from "../database.server";

const Status = z.enum(["requested", "running", "done", "cancelled", "failed"]);

const Run = z.object({
  id: z.string(),
  offerId: z.string().nullable(),
  status: Status,
  ordersTotal: z.number(),
  ordersDone: z.number(),
  error: z.string().nullable(),
  requestedAt: z.date(),
  finishedAt: z.date().nullable(),
  result: BacktestResult.nullable(),
});
/** How far a replay has come, and its result once it is done. */
export type BacktestRun = z.infer<typeof Run>;

const columns = `id, offer_id as "offerId", status, orders_total as "ordersTotal", orders_done as "ordersDone", error,
  requested_at as "requestedAt", finished_at as "finishedAt", result`;

type Queryable = Pick<PoolClient, "query">;

interface NewRun {
  offerId: string | null;
  content: OfferContent;
  /** Of several offers at a time, which leave each other's replays alone. */
  isOneOfMany?: boolean;
  now: Date;
}

/** Notes a replay to be made and returns its id; an earlier one of the same offer that still runs is cancelled, one of a proposal is not. */
export async function insertRun(shop: ShopId, { offerId, content, isOneOfMany = false, now }: NewRun, client: Queryable): Promise<string> {
  const id = uuidv7();
  if (!isOneOfMany) await client.query(
    `update backtest_runs set status = 'cancelled', finished_at = $3, updated_at = $3
     where shop = $1 and offer_id is not distinct from $2 and status in ('requested', 'running')
       and not exists (select from offer_proposals p where p.shop = $1 and p.run_id = backtest_runs.id)`,
    [shop, offerId, now],
  );
  await client.query(
    `insert into backtest_runs (shop, id, offer_id, content, status, requested_at, updated_at) values ($1, $2, $3, $4, 'requested', $5, $5)`,
    [shop, id, offerId, JSON.stringify(content), now],
  );
  return id;
}

/** Gives a new offer the replays of just this content that were made before it was saved. */
export async function adoptRuns(shop: ShopId, offerId: string, content: OfferContent, client: Queryable): Promise<void> {
  await client.query(
    `update backtest_runs set offer_id = $2 where shop = $1 and offer_id is null and content = $3::jsonb
       and not exists (select from offer_proposals p where p.shop = $1 and p.run_id = backtest_runs.id)`,
    [shop, offerId, JSON.stringify(content)],
  );
}

/** Null when this shop has no such run. */
export async function findRun(shop: ShopId, id: string): Promise<BacktestRun | null> {
  const { rows } = await pool.query<object>(`select ${columns} from backtest_runs where shop = $1 and id = $2`, [shop, id]);
  return rows[0] ? Run.parse(rows[0]) : null;
}

/** The newest run of an offer, whatever became of it. */
export async function findLatestRun(shop: ShopId, offerId: string): Promise<BacktestRun | null> {
  const { rows } = await pool.query<object>(
    `select ${columns} from backtest_runs where shop = $1 and offer_id = $2 order by requested_at desc, id desc limit 1`,
    [shop, offerId],
  );
  return rows[0] ? Run.parse(rows[0]) : null;
}

/** Begins a run, or begins it anew after a worker was lost; null when it is over or was cancelled. */
export async function beginRun(shop: ShopId, id: string, ordersTotal: number): Promise<{ offerId: string | null; content: OfferContent; requestedAt: Date } | null> {
  const { rows } = await pool.query<{ offer_id: string | null; content: unknown; requested_at: Date }>(
    `update backtest_runs set status = 'running', orders_total = $3, orders_done = 0, updated_at = now()
     where shop = $1 and id = $2 and status in ('requested', 'running') returning offer_id, content, requested_at`,
    [shop, id, ordersTotal],
  );
  const row = rows[0];
  return row ? { offerId: row.offer_id, content: OfferContentSchema.parse(row.content), requestedAt: row.requested_at } : null;
}

/** Notes how far a run has come; false when it is to go no further. */
export async function advanceRun(shop: ShopId, id: string, ordersDone: number): Promise<boolean> {
  const { rowCount } = await pool.query(
    "update backtest_runs set orders_done = $3, updated_at = now() where shop = $1 and id = $2 and status = 'running'",
    [shop, id, ordersDone],
  );
  return rowCount === 1;
}

/** Keeps the result, unless the run was cancelled at the last moment. */
export async function finishRun(shop: ShopId, id: string, result: BacktestResult): Promise<void> {
  await pool.query(
    `update backtest_runs set status = 'done', orders_done = $3, orders_total = $3, result = $4, finished_at = now(), updated_at = now()
     where shop = $1 and id = $2 and status = 'running'`,
    [shop, id, result.orders, JSON.stringify(result)],
  );
}

export async function failRun(shop: ShopId, id: string, message: string): Promise<void> {
  await pool.query(
    `update backtest_runs set status = 'failed', error = $3, finished_at = now(), updated_at = now()
     where shop = $1 and id = $2 and status in ('requested', 'running')`,
    [shop, id, message],
  );
}

/** Stops a run that is not over; false when there was none to stop. */
export async function cancelRun(shop: ShopId, id: string): Promise<boolean> {
  const { rowCount } = await pool.query(
    `update backtest_runs set status = 'cancelled', finished_at = now(), updated_at = now()
     where shop = $1 and id = $2 and status in ('requested', 'running')`,
    [shop, id],
  );
  return rowCount === 1;
}

/** Removes a shop's runs requested before a time. */
export async function purgeRuns(shop: ShopId, before: Date): Promise<void> {
  await pool.query("delete from backtest_runs where shop = $1 and requested_at < $2", [shop, before]);
}
