import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, symlinkSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import pg from "pg";
import { afterAll, beforeAll, expect, inject, test, vi } from "vitest";
import { root } from "../../test/setup/paths";
import { dropDatabase, ensureDatabase, onServer } from "../../test/setup/postgres/database";
import { foreignServer } from "../../test/setup/postgres/test-server";

// Each call starts the command line and the engine anew.
vi.setConfig({ testTimeout: 120_000 });

const server = foreignServer(inject("templateUrl"));
const database = `encore_test_${String(process.pid)}_engine`;
const folder = mkdtempSync(path.join(os.tmpdir(), "schema-engine-"));

function writeSchema(...fields: string[]): void {
  const lines = ["shop String", "id String", ...fields, "@@id([shop, id])"];
  const schema = `datasource db {\n  provider = "postgresql"\n}\n\nmodel Item {\n${lines.map((line) => `  ${line}\n`).join("")}}\n`;
  writeFileSync(path.join(folder, "prisma/schema.prisma"), schema);
}

function prisma(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [path.join(root, "node_modules/prisma/build/index.js"), ...args], {
    cwd: folder,
    encoding: "utf8",
    env: { ...process.env, DATABASE_URL: server.url(database), CHECKPOINT_DISABLE: "1", PRISMA_SCHEMA_ENGINE_BINARY: path.join(root, "prisma/engine/schema-engine") },
  });
  return { status, output: stdout + stderr };
}

const drift = () => prisma("migrate", "diff", "--from-migrations=prisma/migrations", "--to-schema=prisma/schema.prisma", "--exit-code");

beforeAll(async () => {
  mkdirSync(path.join(folder, "prisma"));
  cpSync(path.join(root, "prisma.config.ts"), path.join(folder, "prisma.config.ts"));
  symlinkSync(path.join(root, "node_modules"), path.join(folder, "node_modules"));
  await ensureDatabase(server.url, database);
});
afterAll(() => dropDatabase(server.url, database));

test("writes a migration, applies it, and then sees no drift", () => {
  writeSchema("at DateTime @db.Timestamptz(3)", "tags String[]");
  expect(prisma("migrate", "dev", "--name", "first").output).toContain("in sync with your schema");
  expect(drift()).toMatchObject({ status: 0 });
});

test("sees drift between migrations and schema", () => {
  writeSchema("at DateTime @db.Timestamptz(3)", "tags String[]", "note String?");
  const { status, output } = drift();
  expect(status).toBe(2);
  expect(output).toContain("note");
});

test("applies a script whose function bodies hold semicolons, to a database that did not exist", async () => {
  prisma("migrate", "dev", "--name", "second", "--create-only");
  const second = readdirSync(path.join(folder, "prisma/migrations")).find((name) => name.endsWith("_second")) ?? "";
  writeFileSync(
    path.join(folder, "prisma/migrations", second, "migration.sql"),
    `alter table "Item" add column "note" text;
     create function note() returns trigger language plpgsql as $$ begin new.note := 'a;b'; return new; end $$;
     create trigger note before insert on "Item" for each row execute function note();`,
  );
  await dropDatabase(server.url, database);
  expect(prisma("migrate", "deploy").output).toContain("successfully applied");
  const client = new pg.Client({ connectionString: server.url(database) });
  await client.connect();
  await client.query(`insert into "Item" (shop, id, at) values ('s', '1', now())`);
  const { rows } = await client.query(`select note from "Item"`);
  await client.end();
  expect(rows).toEqual([{ note: "a;b" }]);
});

test("leaves no shadow database behind", async () => {
  const shadows = await onServer(server.url, (client) => client.query("select datname from pg_database where datname like 'prisma_migrate_shadow%'"));
  expect(shadows.rowCount).toBe(0);
});

test("reports a migration that fails, and refuses to go on until it is resolved", () => {
  const bad = path.join(folder, "prisma/migrations/20300101000000_bad");
  mkdirSync(bad);
  writeFileSync(path.join(bad, "migration.sql"), "select nonsense;");
  expect(prisma("migrate", "deploy")).toMatchObject({ status: 1, output: expect.stringContaining("nonsense") as string });
  expect(prisma("migrate", "deploy").output).toContain("P3009");
});
