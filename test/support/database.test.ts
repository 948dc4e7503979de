import pg from "pg";
import { expect, test } from "vitest";
import { freshDatabase } from "./database";

const databaseUrl = await freshDatabase();

test("a test file gets a migrated database of its own", async () => {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const { rows } = await client.query<{ migrations: string }>("select count(*) migrations from _prisma_migrations");
  await client.end();
  expect(Number(rows[0]?.migrations)).toBeGreaterThan(0);
});
