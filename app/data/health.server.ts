import { pool } from "./database.server";

/** Throws when the database does not answer. */
export async function pingDatabase(): Promise<void> {
  await pool.query("select 1");
}
