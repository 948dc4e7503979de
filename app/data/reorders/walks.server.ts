import type { PoolClient } from "pg";
import type { ShopId } from "../../domain/shops/shop-id";
import { pool } from "../database.server";

/** What is done customer by customer. */
export type WalkKind = "dues" | "hand-over";

export interface Walk {
  /** The customer it has come to; null before the first, and when it is through. */
  cursor: string | null;
  customersTotal: number;
  customersDone: number;
  changed: number;
  startedAt: Date;
  finishedAt: Date | null;
}

export async function findWalk(shop: ShopId, kind: WalkKind): Promise<Walk | null> {
  const { rows } = await pool.query<Walk>(
    `select cursor, customers_total as "customersTotal", customers_done as "customersDone", changed, started_at as "startedAt", finished_at as "finishedAt"
     from reorder_walks where shop = $1 and kind = $2`,
    [shop, kind],
  );
  return rows[0] ?? null;
}

/** Goes on with a walk that was cut short, or begins a new one. */
export async function openWalk(shop: ShopId, kind: WalkKind, customersTotal: number, now: Date): Promise<Walk> {
  await pool.query(
    `insert into reorder_walks as held (shop, kind, customers_total, started_at) values ($1, $2, $3, $4)
     on conflict (shop, kind) do update set cursor = null, customers_total = excluded.customers_total, customers_done = 0, changed = 0, started_at = excluded.started_at, finished_at = null
     where held.finished_at is not null`,
    [shop, kind, customersTotal, now],
  );
  const walk = await findWalk(shop, kind);
  if (!walk) throw new Error("A walk that was opened is not there");
  return walk;
}

/** How far the walk has come; a finished one names no customer any more. */
export async function advanceWalk(shop: ShopId, kind: WalkKind, step: { cursor: string | null; done: number; changed: number; finishedAt: Date | null }): Promise<void> {
  await pool.query(
    `update reorder_walks set cursor = case when $6::timestamptz is null then coalesce($3, cursor) end,
            customers_done = customers_done + $4, changed = changed + $5, finished_at = $6 where shop = $1 and kind = $2`,
    [shop, kind, step.cursor, step.done, step.changed, step.finishedAt],
  );
}

/** A walk that has come to one of these customers begins again. */
export async function forgetInWalks(shop: ShopId, customerKeys: readonly string[], client: Pick<PoolClient, "query">): Promise<void> {
  await client.query("update reorder_walks set cursor = null, customers_done = 0 where shop = $1 and cursor = any($2::text[])", [shop, customerKeys]);
}
