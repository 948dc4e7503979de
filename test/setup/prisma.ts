import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import pg from "pg";
import { root } from "./paths";
import { SetupError } from "./process/failure";

const execute = promisify(execFile);

/** Applies the migrations that a database lacks. */
export async function migrate(databaseUrl: string): Promise<void> {
  if (!(await isUpToDate(databaseUrl))) await prisma(["migrate", "deploy"], databaseUrl);
}

/** Whether a database has exactly the migrations of this checkout, by Prisma's own record; spares its start-up. */
async function isUpToDate(databaseUrl: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ migration_name: string; checksum: string }>(
      "select migration_name, checksum from _prisma_migrations where finished_at is not null and rolled_back_at is null",
    );
    const applied = new Map(rows.map((row) => [row.migration_name, row.checksum]));
    const wanted = localMigrations();
    return applied.size === wanted.length && wanted.every(({ name, checksum }) => applied.get(name) === checksum);
  } catch (thrown) {
    // No table yet: nothing was ever applied.
    if (thrown instanceof pg.DatabaseError && thrown.code === "42P01") return false;
    throw thrown;
  } finally {
    await client.end();
  }
}

function localMigrations(): { name: string; checksum: string }[] {
  const folder = path.join(root, "prisma/migrations");
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => ({
      name,
      checksum: createHash("sha256").update(readFileSync(path.join(folder, name, "migration.sql"))).digest("hex"),
    }));
}

/** Writes the typed database client to app/data/generated. */
export async function generateClient(): Promise<void> {
  await prisma(["generate"]);
}

/** Runs Prisma's command line; a failure shows what it printed. */
export async function prisma(args: string[], databaseUrl?: string): Promise<string> {
  try {
    const { stdout } = await execute(process.execPath, [path.join(root, "node_modules/prisma/build/index.js"), ...args], {
      cwd: root,
      env: {
        ...process.env,
        ...(databaseUrl === undefined ? {} : { DATABASE_URL: databaseUrl }),
        // No look-up of newer versions, no statistics: the set-up works without a network.
        CHECKPOINT_DISABLE: "1",
        PRISMA_HIDE_UPDATE_MESSAGE: "1",
      },
    });
    return stdout;
  } catch (thrown) {
    throw new SetupError(`prisma ${args.join(" ")} failed:\n${outputOf(thrown)}`);
  }
}

function outputOf(thrown: unknown): string {
  if (!(thrown instanceof Error)) return String(thrown);
  // What execFile rejects with carries both streams.
  const { stdout = "", stderr = "" } = thrown as Error & { stdout?: string; stderr?: string };
  return `${stdout}\n${stderr}`.trim() || thrown.message;
}
