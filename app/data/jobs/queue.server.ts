import { runMigrations } from "graphile-worker";
import { pool } from "../database.server";

/** Makes the tables of the job queue, or brings them up to date; of several processes one works while the others wait. */
export async function prepareQueue(): Promise<void> {
  const holder = await pool.connect();
  try {
    await holder.query("select pg_advisory_lock(hashtextextended('prepare queue', 0))");
    await runMigrations({ pgPool: pool });
  } finally {
    // Ending the connection drops its lock.
    holder.release(true);
  }
}
