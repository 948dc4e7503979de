import { pool } from "../../app/data/database.server";

/** Every table of the app that holds rows of shops, by name, as the database itself tells: a new one cannot be forgotten. */
export async function listShopTables(): Promise<string[]> {
  const { rows } = await pool.query<{ table_name: string }>(
    `select c.table_name from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
     where c.table_schema = 'public' and c.column_name = 'shop' and t.table_type = 'BASE TABLE' order by 1`,
  );
  return rows.map((row) => row.table_name);
}
