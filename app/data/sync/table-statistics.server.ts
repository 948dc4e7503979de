import type { PoolClient } from "pg";
import { pool } from "../database.server";

/**
 * For the rest of the transaction. While tables that were just empty grow by thousands of rows a second, the planner
 * still takes them for small and would read them as a whole to check each foreign key.
 */
export async function preferIndexes(client: Pick<PoolClient, "query">): Promise<void> {
  await client.query("set local enable_seqscan = off");
}

/** Lets the planner know at once what a large import has changed. */
export async function analyseMirror(): Promise<void> {
  await pool.query("analyze products, variants, orders, order_lines");
}
