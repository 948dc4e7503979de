import { readdirSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { root } from "../setup/paths";
import { startTestServer } from "../setup/postgres/test-server";
import { runCommand } from "../setup/process/command";
import { SetupError } from "../setup/process/failure";
import { setAppEnvironment } from "../support/app-environment";
import { startStack } from "../support/stack";
import { copyTemplate, ensureTemplate } from "../support/template";
import type { Benchmark, Measured } from "./benchmark";

/** `npm run bench [NAME…]` runs the comparisons of this folder against the built app and prints a ratio for each. */
await runCommand(async (args) => {
  const benchmarks = await loadBenchmarks(args);
  const server = await startTestServer();
  try {
    const database = await copyTemplate(server.url, await ensureTemplate(server.url));
    const stack = await startStack({ databaseUrl: database.url });
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
