import { createHash, randomUUID } from "node:crypto";
import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { root } from "../setup/paths";
import { dropDatabase, ensureDatabase, onServer } from "../setup/postgres/database";
import { migrate } from "../setup/prisma";
import { isAlive } from "../setup/process/alive";
import { withLock } from "../setup/process/lock";

type ServerUrl = (database: string) => string;

/** The migrated database that tests work on copies of; made when a migration has changed since. */
export async function ensureTemplate(serverUrl: ServerUrl): Promise<string> {
  const template = `encore_template_${migrationsKey()}`;
  await withLock(template, 120, async () => {
    if (await isMigrated(serverUrl, template)) return;
    await dropDatabase(serverUrl, template);
    await ensureDatabase(serverUrl, template);
    await migrate(serverUrl(template));
    await onServer(serverUrl, (client) => client.query(`comment on database "${template}" is 'migrated'`));
    await dropLeftovers(serverUrl, template);
  });
  return template;
}

export interface DatabaseCopy {
  url: string;
  drop(): Promise<void>;
}

/** A copy of the template under a name of its own. */
export async function copyTemplate(serverUrl: ServerUrl, template: string): Promise<DatabaseCopy> {
  const name = `encore_test_${String(process.pid)}_${randomUUID().slice(0, 8)}`;
  await ensureDatabase(serverUrl, name, template);
  return { url: serverUrl(name), drop: () => dropDatabase(serverUrl, name) };
}

/** Databases of test runs that were cut short, and templates of other migrations. */
async function dropLeftovers(serverUrl: ServerUrl, template: string): Promise<void> {
  const names = await onServer(serverUrl, async (client) => {
    const { rows } = await client.query<{ datname: string }>("select datname from pg_database where datname ~ '^encore_(test|template)_'");
    return rows.map(({ datname }) => datname);
  });
  for (const name of names) {
    const pid = /^encore_test_(\d+)_/.exec(name)?.[1];
    const isLeftover = pid === undefined ? name !== template : !isAlive(Number(pid));
    if (isLeftover) await dropDatabase(serverUrl, name);
  }
}

async function isMigrated(serverUrl: ServerUrl, template: string): Promise<boolean> {
  return onServer(serverUrl, async (client) => {
    const { rowCount } = await client.query(
      "select from pg_database where datname = $1 and shobj_description(oid, 'pg_database') = 'migrated'",
      [template],
    );
    return Boolean(rowCount);
  });
}

/** A hash of every migration. */
function migrationsKey(): string {
  const folder = path.join(root, "prisma/migrations");
  const hash = createHash("sha256");
  for (const name of readdirSync(folder, { recursive: true, encoding: "utf8" }).sort()) {
    if (name.endsWith(".sql")) hash.update(name).update(readFileSync(path.join(folder, name)));
  }
  return hash.digest("hex").slice(0, 12);
}
