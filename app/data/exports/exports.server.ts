import type { PoolClient } from "pg";
import { v7 as uuidv7 } from "uuid";
import { z } from "zod";
import type { ShopId } from "../../domain/shops/shop-id";
import { inTransaction, pool } from "../database.server";
import { addJobs } from "../jobs/jobs.server";

type Queryable = Pick<PoolClient, "query">;

const DataExport = z.object({
  id: z.string(),
  status: z.enum(["requested", "running", "ready", "cancelled", "failed"]),
  part: z.string(),
  cursor: z.string().nullable(),
  rowsTotal: z.number(),
  rowsDone: z.number(),
  /** Compressed. */
  bytes: z.number(),
  chunks: z.number(),
  requestedAt: z.date(),
  finishedAt: z.date().nullable(),
  expiresAt: z.date().nullable(),
});
export type DataExport = z.infer<typeof DataExport>;

const columns = `id, status, part, cursor, rows_total as "rowsTotal", rows_done as "rowsDone", bytes, chunks, requested_at as "requestedAt",
  finished_at as "finishedAt", expires_at as "expiresAt"`;

/** Newest first. */
export async function listExports(shop: ShopId, limit = 5): Promise<DataExport[]> {
  const { rows } = await pool.query(`select ${columns} from data_exports where shop = $1 order by requested_at desc, id desc limit $2`, [shop, limit]);
  return z.array(DataExport).parse(rows);
}

export async function findExport(shop: ShopId, id: string): Promise<DataExport | null> {
  const { rows } = await pool.query(`select ${columns} from data_exports where shop = $1 and id = $2`, [shop, id]);
  return rows[0] ? DataExport.parse(rows[0]) : null;
}

/** Begins an export unless one is under way, and queues its making; the id of the one that then is. In a transaction. */
export async function addExport(shop: ShopId, requestedBy: number, now: Date, client: Queryable): Promise<string> {
  await client.query("select pg_advisory_xact_lock(hashtextextended('export:' || $1, 0))", [shop]);
  const { rows } = await client.query<{ id: string }>("select id from data_exports where shop = $1 and status in ('requested', 'running') limit 1", [shop]);
  if (rows[0]) return rows[0].id;
  const id = uuidv7();
  await client.query("insert into data_exports (shop, id, status, requested_by, requested_at) values ($1, $2, 'requested', $3, $4)", [shop, id, requestedBy, now]);
  await addJobs([{ task: "exports.run", payload: { shop, exportId: id }, key: `export ${shop} ${id}`, maxAttempts: 10 }], client);
  return id;
}

/** Puts a new export in the place of those there are, which hold somebody who has to be forgotten; under a new id, so that what still writes the old ones writes nothing. */
export async function remakeExports(shop: ShopId, now: Date, client: Queryable): Promise<void> {
  const { rows } = await client.query<{ requested_by: number }>("delete from data_exports where shop = $1 and status in ('requested', 'running', 'ready') returning requested_by", [shop]);
  if (rows[0]) await addExport(shop, rows[0].requested_by, now, client);
}

/** False when it was called off or is over. */
export async function startExport(shop: ShopId, id: string, rowsTotal: number): Promise<boolean> {
  const { rowCount } = await pool.query("update data_exports set status = 'running', rows_total = $3 where shop = $1 and id = $2 and status in ('requested', 'running')", [shop, id, rowsTotal]);
  return rowCount === 1;
}

export interface ExportStep {
  /** The chunk's number; one that is there already is not written again. */
  number: number;
  content: Buffer;
  rows: number;
  /** Where the next step begins. */
  part: string;
  cursor: string | null;
}

/** Keeps a chunk together with how far it has come; false when the export was called off, or somebody else wrote this very chunk. */
export async function addChunk(shop: ShopId, id: string, step: ExportStep): Promise<boolean> {
  return inTransaction(async (client) => {
    const { rowCount } = await client.query(
      `update data_exports set chunks = chunks + 1, rows_done = rows_done + $4, bytes = bytes + $5, part = $6, cursor = $7
       where shop = $1 and id = $2 and status = 'running' and chunks = $3`,
      [shop, id, step.number, step.rows, step.content.length, step.part, step.cursor],
    );
    if (!rowCount) return false;
    await client.query("insert into data_export_chunks (shop, export_id, number, content) values ($1, $2, $3, $4)", [shop, id, step.number, step.content]);
    return true;
  });
}

export async function finishExport(shop: ShopId, id: string, now: Date, expiresAt: Date): Promise<void> {
  await pool.query("update data_exports set status = 'ready', finished_at = $3, expires_at = $4 where shop = $1 and id = $2 and status = 'running'", [shop, id, now, expiresAt]);
}

export async function failExport(shop: ShopId, id: string, error: string, now: Date): Promise<void> {
  await pool.query("update data_exports set status = 'failed', error = $3, finished_at = $4 where shop = $1 and id = $2 and status in ('requested', 'running')", [shop, id, error, now]);
}

/** Takes an export away with what there is of it; one under way stops. */
export async function removeExport(shop: ShopId, id: string): Promise<boolean> {
  const { rowCount } = await pool.query("delete from data_exports where shop = $1 and id = $2", [shop, id]);
  return rowCount === 1;
}

/** One chunk; null past the last. */
export async function readChunk(shop: ShopId, id: string, number: number): Promise<Buffer | null> {
  const { rows } = await pool.query<{ content: Buffer }>("select content from data_export_chunks where shop = $1 and export_id = $2 and number = $3", [shop, id, number]);
  return rows[0]?.content ?? null;
}

/** Of all shops: what can no longer be downloaded, or never came to an end. */
export async function removeExpiredExports(now: Date): Promise<number> {
  const { rowCount } = await pool.query(
    "delete from data_exports where expires_at < $1 or (status in ('failed', 'cancelled') and finished_at < $1::timestamptz - interval '7 days') or requested_at < $1::timestamptz - interval '30 days'",
    [now],
  );
  return rowCount ?? 0;
}
