import pg from "pg";

const tables = [
  "shops", "products", "variants", "offers", "offer_versions", "orders", "order_lines", "counted_orders", "co_purchase_shops", "co_purchase_products", "co_purchase_pairs", "product_days",
  "decisions", "acceptances", "ledger_entries", "webhook_events", "opt_outs", "flow_events", "reorder_dues", "reorder_weeks",
];

/** Copies a filled shop into so many others, `neighbour-1` and on, which only exist in the database; those that are there stay. Returns how many rows were added. */
export async function addNeighbours(databaseUrl: string, pattern: string, count: number): Promise<number> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query("set session_replication_role = replica; set synchronous_commit = off");
    const { rows } = await client.query<{ shop: string }>("select 'neighbour-' || n || '.myshopify.com' as shop from generate_series(1, $1::int) n except select shop from shops", [count]);
    const shops = rows.map(({ shop }) => shop);
    let added = 0;
    for (const table of shops.length > 0 ? tables : []) {
      const columns = (await client.query<{ name: string }>("select column_name as name from information_schema.columns where table_schema = 'public' and table_name = $1 and column_name <> 'shop'", [table])).rows
        .map(({ name }) => pg.escapeIdentifier(name)).join(", ");
      added += (await client.query(`insert into ${table} (shop, ${columns}) select made, ${columns} from ${table}, unnest($2::text[]) made where shop = $1 order by made`, [pattern, shops])).rowCount ?? 0;
    }
    if (added > 0) await client.query("vacuum (analyze)");
    return added;
  } finally {
    await client.end();
  }
}
