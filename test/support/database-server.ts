import { readFileSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { createHash } from "node:crypto";
import path from "node:path";
import type { TestProject } from "vitest/node";
import { dropDatabase, ensureDatabase, onServer } from "../setup/postgres/database";
import { startTestServer } from "../setup/postgres/test-server";
import { migrate } from "../setup/prisma";
import { withLock } from "../setup/process/lock";
import { root } from "../setup/paths";

declare module "vitest" {
  interface ProvidedContext {
    /** Address of the migrated template; tests work on copies of it. */
    templateUrl: string;
  }
}

/** Before the first test: a running server with one migrated template database, which each test file then copies. */
export default async function setUp(project: TestProject): Promise<(() => Promise<void>) | void> {
  const server = await startTestServer();
  const template = `encore_template_${(await migrationsKey()).slice(0, 12)}`;
  await withLock(template, 120, async () => {
    if (await isMigrated(server.url, template)) return;
    await dropDatabase(server.url, template);
    await ensureDatabase(server.url, template);
    await migrate(server.url(template));
    await onServer(server.url, (client) => client.query(`comment on database "${template}" is 'migrated'`));
  });
  project.provide("templateUrl", server.url(template));
  if (server.started) return () => server.stop();
}

async function isMigrated(url: (database: string) => string, template: string): Promise<boolean> {
  return onServer(url, async (client) => {
    const { rowCount } = await client.query(
      "select from pg_database where datname = $1 and shobj_description(oid, 'pg_database') = 'migrated'",
      [template],
    );
    return Boolean(rowCount);
  });
}

/** A hash of every migration: a changed one makes another template. */
async function migrationsKey(): Promise<string> {
  const folder = path.join(root, "prisma/migrations");
  const hash = createHash("sha256");
  for (const name of (await readdir(folder, { recursive: true })).sort()) {
    if (name.endsWith(".sql")) hash.update(name).update(readFileSync(path.join(folder, name)));
  }
  return hash.digest("hex");
}
