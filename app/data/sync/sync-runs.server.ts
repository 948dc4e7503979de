import type { PoolClient } from "pg";
import { v7 as uuidv7 } from "uuid";
import { z } from "zod";
import type { ShopId } from "../../domain/shops/shop-id";
import { pool } from "../database.server";

type Queryable = Pick<PoolClient, "query">;

export const SyncKind = z.enum(["catalogue", "orders", "customers", "reconciliation"]);
export type SyncKind = z.infer<typeof SyncKind>;
const Status = z.enum(["requested", "waiting", "loading", "done", "failed"]);

const SyncRun = z.object({
  id: z.string(),
  kind: SyncKind,
  status: Status,
  bulkOperationId: z.string().nullable(),
  objectCount: z.number(),
  linesDone: z.number(),
  recordsDone: z.number(),
  cursor: z.string().nullable(),
  attempts: z.number(),
  error: z.string().nullable(),
  startedAt: z.date(),
  finishedAt: z.date().nullable(),
});
export type SyncRun = z.infer<typeof SyncRun>;

const columns = `id, kind, status, bulk_operation_id as "bulkOperationId", object_count as "objectCount", lines_done as "linesDone",
  records_done as "recordsDone", cursor, attempts, error, started_at as "startedAt", finished_at as "finishedAt"`;

/** Begins a run unless one of its kind is under way, and returns the id of the one that then is. */
export async function startRun(shop: ShopId, kind: SyncKind, now: Date, client: Queryable): Promise<{ id: string; isNew: boolean }> {
  // Two starters must not both find none.
  await client.query("select pg_advisory_xact_lock(hashtextextended('sync-start:' || $1 || $2, 0))", [shop, kind]);
  const { rows } = await client.query<{ id: string }>(
    "select id from sync_runs where shop = $1 and kind = $2 and status in ('requested', 'waiting', 'loading') order by started_at desc limit 1",
    [shop, kind],
  );
  const [underWay] = rows;
  if (underWay) return { id: underWay.id, isNew: false };
  const id = uuidv7();
  await client.query(
    "insert into sync_runs (shop, id, kind, status, started_at, updated_at) values ($1, $2, $3, 'requested', $4, $4)",
    [shop, id, kind, now],
  );
  return { id, isNew: true };
}

export async function findRun(shop: ShopId, id: string): Promise<SyncRun | null> {
  const { rows } = await pool.query<object>(`select ${columns} from sync_runs where shop = $1 and id = $2`, [shop, id]);
  return rows[0] ? SyncRun.parse(rows[0]) : null;
}

export async function findLatestRun(shop: ShopId, kind: SyncKind): Promise<SyncRun | null> {
  const { rows } = await pool.query<object>(
    `select ${columns} from sync_runs where shop = $1 and kind = $2 order by started_at desc, id desc limit 1`,
    [shop, kind],
  );
  return rows[0] ? SyncRun.parse(rows[0]) : null;
}

export async function findRunOfBulkOperation(shop: ShopId, bulkOperationId: string): Promise<string | null> {
  const { rows } = await pool.query<{ id: string }>(
    "select id from sync_runs where shop = $1 and bulk_operation_id = $2 and status in ('requested', 'waiting', 'loading')",
    [shop, bulkOperationId],
  );
  return rows[0]?.id ?? null;
}

/** What may be changed of a run. */
export type RunChange = Partial<Pick<SyncRun, "status" | "bulkOperationId" | "objectCount" | "linesDone" | "recordsDone" | "cursor" | "attempts" | "error" | "finishedAt">>;

const columnOf: Record<keyof RunChange, string> = {
  status: "status",
  bulkOperationId: "bulk_operation_id",
  objectCount: "object_count",
  linesDone: "lines_done",
  recordsDone: "records_done",
  cursor: "cursor",
  attempts: "attempts",
  error: "error",
  finishedAt: "finished_at",
};

/** With the client of the transaction that wrote what the progress counts, both are committed or neither. */
export async function saveRun(shop: ShopId, id: string, change: RunChange, client: Queryable = pool): Promise<void> {
  const entries = Object.entries(columnOf).flatMap(([field, column]) => {
    const value: unknown = Reflect.get(change, field);
    return value === undefined ? [] : [{ column, value }];
  });
  const assignments = entries.map(({ column }, index) => `${column} = $${String(index + 3)}`);
  await client.query(
    `update sync_runs set ${["updated_at = now()", ...assignments].join(", ")} where shop = $1 and id = $2`,
    [shop, id, ...entries.map(({ value }) => value)],
  );
}

/** Runs the work unless another process is at this run, and tells whether it did. The lock ends with its holder. */
export async function withRunLock(shop: ShopId, id: string, work: () => Promise<void>): Promise<boolean> {
  const client = await pool.connect();
  let broken = false;
  const key = `sync-run:${shop}:${id}`;
  // A connection that breaks while the lock is held must not end the process.
  const onError = () => { broken = true; };
  client.on("error", onError);
  try {
    const { rows } = await client.query<{ locked: boolean }>("select pg_try_advisory_lock(hashtextextended($1, 0)) as locked", [key]);
    if (!rows[0]?.locked) return false;
    try {
      await work();
    } finally {
      await client.query("select pg_advisory_unlock(hashtextextended($1, 0))", [key]).catch(() => { broken = true; });
    }
    return true;
  } finally {
    client.off("error", onError);
    client.release(broken);
  }
}
