import { randomUUID } from "node:crypto";
import { afterAll, inject } from "vitest";
import { dropDatabase, ensureDatabase } from "../setup/postgres/database";
import { foreignServer } from "../setup/postgres/test-server";

/**
 * Address of a fresh, migrated database of this test file alone, dropped after its last test. Call it once, at the top
 * of the file: `const databaseUrl = await freshDatabase()`.
 */
export async function freshDatabase(): Promise<string> {
  const templateUrl = inject("templateUrl");
  const server = foreignServer(templateUrl);
  const name = `encore_test_${randomUUID().replaceAll("-", "")}`;
  await ensureDatabase(server.url, name, new URL(templateUrl).pathname.slice(1));
  afterAll(() => dropDatabase(server.url, name));
  return server.url(name);
}
