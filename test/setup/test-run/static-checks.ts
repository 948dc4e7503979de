import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { buildStep } from "../build/stamp";
import { databaseClient } from "../build/steps";
import { root } from "../paths";
import { ensureDatabase } from "../postgres/database";
import type { Server } from "../postgres/server";
import type { Outcome } from "./outcome";
import { singleCheck, together } from "./outcome";
import { runQuietly } from "./tool";

const bin = (file: string) => path.join(root, "node_modules", file);
const prismaCli = bin("prisma/build/index.js");

/** The layers, strict types and habits of style, by ESLint. */
export async function lint(): Promise<Outcome> {
  const result = await runQuietly("lint", [
    bin("eslint/bin/eslint.js"),
    ".",
    "--cache",
    "--cache-location=.local/cache/eslint/",
    "--cache-strategy=content",
    "--max-warnings=0",
  ]);
  return singleCheck("lint", result);
}

/** The types of the app and of each extension, which has settings of its own. */
export async function types(): Promise<Outcome> {
  const projects = [".", ...readdirSync(path.join(root, "extensions")).map((name) => path.join("extensions", name))];
  const outcomes: Outcome[] = [];
  for (const project of projects) {
    if (!existsSync(path.join(root, project, "tsconfig.json"))) continue;
    outcomes.push(singleCheck(`types of ${project}`, await runQuietly("types", [bin("typescript/bin/tsc"), "-p", project])));
  }
  return together(outcomes);
}

/** The database schema is valid and its client can be made. */
export async function schema(): Promise<Outcome> {
  const valid = singleCheck("schema.prisma is valid", await runQuietly("schema", [prismaCli, "validate"], offline));
  await buildStep(databaseClient);
  return valid;
}

/** The migrations together make exactly the schema. */
export async function drift(server: Server): Promise<Outcome> {
  const database = "encore_drift";
  await ensureDatabase(server.url, database);
  const result = await runQuietly(
    "drift",
    [prismaCli, "migrate", "diff", "--from-migrations=prisma/migrations", "--to-schema=prisma/schema.prisma", "--exit-code"],
    { ...offline, DATABASE_URL: server.url(database) },
  );
  return singleCheck("migrations make the schema (else: prisma migrate dev --name …)", result);
}

const offline = { CHECKPOINT_DISABLE: "1", PRISMA_HIDE_UPDATE_MESSAGE: "1" };
