import { afterAll, inject } from "vitest";
import { foreignServer } from "../setup/postgres/test-server";
import { copyTemplate } from "./template";

/**
 * Address of a fresh, migrated database of this test file alone, dropped after its last test. Call it once, at the top
 * of the file: `const databaseUrl = await freshDatabase()`.
 */
export async function freshDatabase(): Promise<string> {
  const templateUrl = inject("templateUrl");
  const { url, drop } = await copyTemplate(foreignServer(templateUrl).url, new URL(templateUrl).pathname.slice(1));
  afterAll(drop);
  return url;
}
