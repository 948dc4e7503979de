import type { PoolClient } from "pg";
import { pool } from "../database.server";

const sweepMs = 20_000;
/** A worker pool that has just begun may not have shown yet that it lives. */
const youngestSeconds = 15;

export interface Liveness {
  /** From now on this worker pool (the name in `locked_by` of its jobs) counts as alive for as long as this process is. */
  add(poolId: string): void;
  stop(): Promise<void>;
}

/**
 * Gives back the jobs of workers whose process died without finishing them; the queue alone would wait for four hours.
 * Each worker pool holds an advisory lock of its name, which the database drops with the process's connection.
 */
export function watchWorkers(onError: (error: unknown) => void): Liveness {
  const poolIds = new Set<string>();
  /** Those whose lock is held by `holder`. */
  const held = new Set<string>();
  let holder: PoolClient | undefined;
  let turn = Promise.resolve();

  async function hold(): Promise<void> {
    if (!holder) {
      holder = await pool.connect();
      held.clear();
      const broken = holder;
      broken.once("error", () => {
        broken.release(true);
        if (holder === broken) holder = undefined;
      });
    }
    const missing = [...poolIds].filter((id) => !held.has(id));
    if (missing.length === 0) return;
    await holder.query("select pg_advisory_lock(hashtextextended('worker:' || id, 0)) from unnest($1::text[]) as x(id)", [missing]);
    for (const id of missing) held.add(id);
  }

  async function sweep(): Promise<void> {
    await hold();
    await freeAbandonedJobs([...poolIds]);
  }

  const inTurn = (work: () => Promise<void>) => { turn = turn.then(work).catch(onError); };
  const timer = setInterval(() => { inTurn(sweep); }, sweepMs);
  timer.unref();
  inTurn(async () => { await freeAbandonedJobs([...poolIds]); });

  return {
    add(poolId) {
      poolIds.add(poolId);
      inTurn(hold);
    },
    async stop() {
      clearInterval(timer);
      await turn;
      // Ending the connection drops its locks.
      holder?.release(true);
      holder = undefined;
    },
  };
}

/**
 * Asked by another connection than the one that holds the locks, for which they would be no obstacle. What this process
 * itself works on is never given back, whatever became of its locks: it would be done twice at once.
 */
export async function freeAbandonedJobs(own: readonly string[] = []): Promise<number> {
  const { rows } = await pool.query<{ count: number }>(
    `with holders as (
       select locked_by from graphile_worker._private_jobs
        where locked_by is not null and locked_by <> all($2::text[]) group by locked_by having min(locked_at) < now() - make_interval(secs => $1)
     ), dead as materialized (
       select array_agg(locked_by) as ids from holders where pg_try_advisory_xact_lock(hashtextextended('worker:' || locked_by, 0))
     )
     select coalesce(cardinality(ids), 0) as count
       from dead, lateral (select graphile_worker.force_unlock_workers(ids) where ids is not null) as unlocked`,
    [youngestSeconds, own],
  );
  return rows[0]?.count ?? 0;
}
