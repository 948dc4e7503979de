import { randomUUID } from "node:crypto";
import type { PoolClient } from "pg";
import type { ShopId } from "../../domain/shops/shop-id";
import { pool } from "../database.server";

type Queryable = Pick<PoolClient, "query">;

/** How far a count of all of a shop's orders has come. */
export interface CountBuild {
  /** Another once it began anew. */
  run: string;
  /** Orders up to this one are noted as they are to be counted. */
  afterId: number;
  isNoted: boolean;
  /** Pieces of the counts that are written. */
  written: number;
}

/** The count under way, or a new one. */
export async function beginBuild(shop: ShopId): Promise<CountBuild> {
  await pool.query("insert into count_builds (shop, run, started_at) values ($1, $2, now()) on conflict (shop) do nothing", [shop, randomUUID()]);
  const { rows: [build] } = await pool.query<CountBuild>(
    `select run, after_id as "afterId", noted_at is not null as "isNoted", written from count_builds where shop = $1`, [shop],
  );
  if (!build) throw new Error(`A count of ${shop} ended while it began`);
  return build;
}

/** Whether a count of all orders is under way. */
export async function isBuilding(shop: ShopId): Promise<boolean> {
  const { rowCount } = await pool.query("select from count_builds where shop = $1", [shop]);
  return rowCount === 1;
}

/** Has a count under way begin anew, because orders changed that it had noted; false when there is none. The counts have to be locked. */
export async function restartBuild(shop: ShopId, client: Queryable): Promise<boolean> {
  const { rowCount } = await client.query(
    "update count_builds set run = $2, after_id = 0, orders = 0, noted_at = null, written = 0, share = 0 where shop = $1", [shop, randomUUID()],
  );
  return rowCount === 1;
}

/** Notes that so many more orders, up to this one, are noted; false when the build went on elsewhere or began anew meanwhile. */
export async function advanceNoting(shop: ShopId, { run, afterId }: CountBuild, { end, orders, isLast }: { end: number; orders: number; isLast: boolean }, client: Queryable): Promise<boolean> {
  const { rowCount } = await client.query(
    `update count_builds set after_id = $4, orders = orders + $5, noted_at = case when $6 then now() end
     where shop = $1 and run = $2 and after_id = $3 and noted_at is null`,
    [shop, run, afterId, end, orders, isLast],
  );
  return rowCount === 1;
}

/** Notes that a piece is written, with which this share of all is; false when it was written elsewhere or the build began anew meanwhile. */
export async function advanceWriting(shop: ShopId, run: string, written: number, share: number, client: Queryable): Promise<boolean> {
  const { rowCount } = await client.query(
    "update count_builds set written = $3 + 1, share = $4 where shop = $1 and run = $2 and written = $3 and noted_at is not null", [shop, run, written, share],
  );
  return rowCount === 1;
}

export async function endBuild(shop: ShopId, client: Queryable): Promise<void> {
  await client.query("delete from count_builds where shop = $1", [shop]);
}
