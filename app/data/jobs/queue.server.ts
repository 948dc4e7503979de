import { runMigrations } from "graphile-worker";
import type { PoolClient } from "pg";
import { pool } from "../database.server";

/** Makes the tables of the job queue, or brings them up to date; of several processes one works while the others wait. */
export async function prepareQueue(): Promise<void> {
  const holder = await pool.connect();
  try {
    await holder.query("select pg_advisory_lock(hashtextextended('prepare queue', 0))");
    await runMigrations({ pgPool: pool });
    await confineQueue(holder);
  } finally {
    // Ending the connection drops its lock.
    holder.release(true);
  }
}

/**
 * Work within a shop queues jobs of that shop and sees no others. The queue's tables come from its own migrations, so
 * what the app's migrations do for the other tables is done here, once.
 */
async function confineQueue(client: PoolClient): Promise<void> {
  const { rowCount } = await client.query("select from pg_policies where schemaname = 'graphile_worker' and policyname = 'own_jobs'");
  if (rowCount) return;
  await client.query(`
    begin;
    grant usage on schema graphile_worker to encore_tenant;
    grant select, insert, update, delete on all tables in schema graphile_worker to encore_tenant;
    grant usage on all sequences in schema graphile_worker to encore_tenant;
    grant execute on all functions in schema graphile_worker to encore_tenant;
    create policy every_task on graphile_worker._private_tasks to encore_tenant using (true) with check (true);
    create policy every_queue on graphile_worker._private_job_queues to encore_tenant using (true) with check (true);
    create policy own_jobs on graphile_worker._private_jobs to encore_tenant
      using (coalesce(payload->>'shop', payload->0->>'shop') = current_setting('encore.shop', true))
      with check (coalesce(payload->>'shop', payload->0->>'shop') = current_setting('encore.shop', true));
    commit`);
}
