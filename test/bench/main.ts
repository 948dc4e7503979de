import { readdirSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import pg from "pg";
import { root } from "../setup/paths";
import { ensureDatabase } from "../setup/postgres/database";
import type { Server } from "../setup/postgres/server";
import { startTestServer } from "../setup/postgres/test-server";
import { migrate } from "../setup/prisma";
import { runCommand } from "../setup/process/command";
import { SetupError } from "../setup/process/failure";
import { setAppEnvironment } from "../support/app-environment";
import { startStack } from "../support/stack";
import type { DatabaseCopy } from "../support/template";
import { copyTemplate, ensureTemplate } from "../support/template";
import type { Benchmark, Measured } from "./benchmark";

/**
 * `npm run bench [NAME…]` runs the comparisons of this folder against the built app and prints a ratio for each, on a database
 * that is thrown away, or on BENCH_DATABASE, which is made when it is missing and stays.
 */
await runCommand(async (args) => {
  const benchmarks = await loadBenchmarks(args);
  const server = await startTestServer();
  try {
    const kept = process.env["BENCH_DATABASE"];
    const database = kept ? await keptDatabase(server.url, kept) : await copyTemplate(server.url, await ensureTemplate(server.url));
    const stack = await startStack({ databaseUrl: database.url, ownProcess: true });
    try {
      for (const benchmark of benchmarks) {
        const { subject, baseline } = await benchmark.run(stack);
        console.log(`\n${benchmark.name}\n${line(subject)}\n${line(baseline)}`);
        console.log(`  ratio ${(subject.perSecond / baseline.perSecond).toFixed(3)}`);
      }
    } finally {
      await stack.stop();
      await closeAppDatabase(database.url);
      await database.drop();
    }
  } finally {
    if (server.started) await server.stop();
  }
});

/** A database that outlives the run, brought to the newest migration, for data that takes long to make. */
async function keptDatabase(serverUrl: Server["url"], name: string): Promise<DatabaseCopy> {
  const url = serverUrl(name);
  await ensureDatabase(serverUrl, name);
  await migrate(url);
  // Tokens of the last run are encrypted with keys that are gone.
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query("delete from sessions");
  await client.end();
  return { url, drop: () => Promise.resolve() };
}

/** The comparisons share the app's connections within this process, so none of them may end them for the next. */
async function closeAppDatabase(databaseUrl: string): Promise<void> {
  setAppEnvironment(databaseUrl);
  const { closeDatabase } = await import("../../app/data/database.server");
  await closeDatabase();
}

function line({ label, perSecond, unit = "/s" }: Measured): string {
  return `  ${label.padEnd(44)} ${perSecond.toLocaleString("en", { maximumFractionDigits: 0 }).padStart(9)} ${unit}`;
}

async function loadBenchmarks(names: string[]): Promise<Benchmark[]> {
  const folder = path.join(root, "test/bench");
  const files = readdirSync(folder).filter((file) => file.endsWith(".bench.ts"));
  const known = files.map((file) => path.basename(file, ".bench.ts"));
  const unknown = names.find((name) => !known.includes(name));
  if (unknown !== undefined) throw new SetupError(`There is no benchmark "${unknown}". There are: ${known.join(", ")}.`);
  const chosen = files.filter((file) => names.length === 0 || names.includes(path.basename(file, ".bench.ts")));
  // Each of these files exports a Benchmark.
  return Promise.all(
    chosen.map(async (file) => ((await import(pathToFileURL(path.join(folder, file)).href)) as { benchmark: Benchmark }).benchmark),
  );
}
