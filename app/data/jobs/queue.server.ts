import { runMigrations } from "graphile-worker";
import { pool } from "../database.server";

/** Makes the tables of the job queue, or brings them up to date; several processes may do so at once. */
export async function prepareQueue(): Promise<void> {
  await runMigrations({ pgPool: pool });
}
