import type { PoolClient } from "pg";
import type { ShopId } from "../../domain/shops/shop-id";
import { pool } from "../database.server";

export interface EventKey {
  shop: ShopId;
  topic: string;
  eventId: string;
}

/** Every kind of background work and what it carries. */
export interface JobPayloads {
  "inbox.process": EventKey[];
  "shops.install": { shop: ShopId };
  "shops.erase-again": { shop: ShopId };
  "sync.backfill": { shop: ShopId; runId: string };
  "sync.reconcile": { shop: ShopId };
  "orders.reread": { shop: ShopId; orderIds: number[] };
  "catalogue.refresh-collection": { shop: ShopId; collectionId: number };
  "counts.update": { shop: ShopId };
  "figures.roll-up": { shop: ShopId };
  "backtest.run": { shop: ShopId; runId: string };
  "companions.publish": { shop: ShopId };
  "reorders.refresh": { shop: ShopId };
  "reorders.hand-over": { shop: ShopId };
  "flow.collect": { shop: ShopId };
  "flow.find-reorders": { shop: ShopId; day: string };
  "flow.send": { shop: ShopId };
  "placements.publish": { shop: ShopId };
  "discounts.ensure": { shop: ShopId };
  "discounts.redeemed": { shop: ShopId };
  "discounts.remove-ended": { shop: ShopId };
  "selling-plans.refresh": { shop: ShopId };
  "coupons.fill": { shop: ShopId; poolId: string };
  "exports.run": { shop: ShopId; exportId: string };
  "billing.charge": { shop: ShopId };
  "billing.sync": { shop: ShopId };
}

type Named<Task extends keyof JobPayloads> = {
  task: Task;
  payload: JobPayloads[Task];
  /** A job of the same key that has not started is replaced. */
  key?: string;
  /** Jobs of one queue run one after the other: a key alone lets the next begin while one is running. */
  queue?: string;
  runAt?: Date;
  maxAttempts?: number;
  /** Smaller runs earlier; 0 is the default. */
  priority?: number;
};
export type Job = { [Task in keyof JobPayloads]: Named<Task> }[keyof JobPayloads];

/** Queues background work; with a transaction's client it is queued only if that commits. Keys must differ within a call. */
export async function addJobs(jobs: readonly Job[], client: Pick<PoolClient, "query"> = pool): Promise<void> {
  if (jobs.length === 0) return;
  const specs = jobs.map((job) => ({
    identifier: job.task,
    payload: job.payload,
    job_key: job.key,
    queue_name: job.queue,
    run_at: job.runAt,
    max_attempts: job.maxAttempts,
    priority: job.priority,
  }));
  await client.query({
    name: "add-jobs",
    text: `select count(*) from graphile_worker.add_jobs(
             array(select json_populate_recordset(null::graphile_worker.job_spec, $1::json)))`,
    values: [JSON.stringify(specs)],
  });
}

const ofShop = "(payload->>'shop' = $1 or (json_typeof(payload) = 'array' and payload->0->>'shop' = $1))";

/** Whether a worker is at anything of a shop's but these tasks. */
export async function hasRunningJobs(shop: ShopId, besides: readonly (keyof JobPayloads)[]): Promise<boolean> {
  const { rows } = await pool.query<{ running: boolean }>(
    `select exists (select from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
                     where j.locked_at is not null and ${ofShop} and t.identifier <> all($2::text[])) as running`,
    [shop, besides],
  );
  return rows[0]?.running ?? false;
}

/** Removes what is queued for a shop, except jobs that are running now. */
export async function deleteJobsOfShop(shop: ShopId, client: Pick<PoolClient, "query"> = pool): Promise<void> {
  await client.query(
    `delete from graphile_worker._private_jobs where locked_at is null and ${ofShop}`,
    [shop],
  );
}
