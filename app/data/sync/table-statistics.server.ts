import { pool } from "../database.server";

const tablesOf = { catalogue: "products, variants", orders: "orders, order_lines", customers: "customer_tags, customer_tag_counts" } as const;
const parentOf = { catalogue: "products", orders: "orders", customers: "customer_tags" } as const;

/**
 * Tells the planner how large the tables have become once they hold twice of what it believes. While a shop's first
 * thousands of rows arrive it would otherwise take them for empty, any index for as good as another, and read through
 * the whole shop to check each foreign key, until PostgreSQL looks by itself a minute later.
 */
export async function analyseOutgrown(kind: keyof typeof tablesOf, recordsWritten: number): Promise<void> {
  const { rows } = await pool.query<{ believed: number }>("select reltuples as believed from pg_class where oid = $1::regclass", [parentOf[kind]]);
  if ((rows[0]?.believed ?? 0) * 2 < recordsWritten) await pool.query(`analyze ${tablesOf[kind]}`);
}
