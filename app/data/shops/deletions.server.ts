import type { ShopId } from "../../domain/shops/shop-id";
import { pool } from "../database.server";

export interface ShopDeletion {
  requestedAt: Date;
  runsAt: Date;
}

/** Null when nobody asked for it. */
export async function findDeletion(shop: ShopId): Promise<ShopDeletion | null> {
  const { rows } = await pool.query<ShopDeletion>(`select requested_at as "requestedAt", runs_at as "runsAt" from shop_deletions where shop = $1`, [shop]);
  return rows[0] ?? null;
}

/** Asking again changes nothing: the first time counts. */
export async function addDeletion(shop: ShopId, requestedBy: number, now: Date, runsAt: Date): Promise<void> {
  await pool.query("insert into shop_deletions (shop, requested_by, requested_at, runs_at) values ($1, $2, $3, $4) on conflict (shop) do nothing", [shop, requestedBy, now, runsAt]);
}

export async function removeDeletion(shop: ShopId): Promise<boolean> {
  const { rowCount } = await pool.query("delete from shop_deletions where shop = $1", [shop]);
  return rowCount === 1;
}

/** Whose time has come, or whose erasure was cut short. */
export async function listDueDeletions(now: Date): Promise<ShopId[]> {
  const { rows } = await pool.query<{ shop: ShopId }>("select shop from shop_deletions where runs_at <= $1 order by runs_at", [now]);
  return rows.map(({ shop }) => shop);
}
