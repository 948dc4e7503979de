import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { z } from "zod";
import { MigrationAdapterFactory } from "./adapter";
import { runDatabaseCommand } from "./database-commands";
import { answerRequests } from "./rpc";
import { engineVersion, loadEngine } from "./wasm";

const Datasource = z.object({ url: z.string().optional(), shadowDatabaseUrl: z.string().optional() });

/**
 * Stands in for Prisma's schema engine, which the CLI would otherwise download: the same engine compiled to WebAssembly
 * and connected through `@prisma/adapter-pg`, behind the native binary's command line and JSON-RPC.
 */
export async function main(args: string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    strict: false,
    options: {
      datamodels: { type: "string", multiple: true, short: "d" },
      datasource: { type: "string" },
      "enabled-preview-features": { type: "string" },
      "extension-types": { type: "string" },
      version: { type: "boolean", short: "V" },
    },
  });
  if (values.version) {
    console.log(`schema-engine-cli ${engineVersion()}`);
    return;
  }
  const datasource = Datasource.parse(typeof values.datasource === "string" ? JSON.parse(values.datasource) : {});
  if (positionals[0] === "cli") {
    process.exitCode = await runDatabaseCommand(positionals[1] ?? "", datasource.url ?? "");
    return;
  }
  const datamodels = (values.datamodels ?? []).map(String).map((file): [string, string] => [file, readFileSync(file, "utf8")]);
  const factory = new MigrationAdapterFactory(datasource);
  await answerRequests(() => loadEngine(datamodels, factory), datasource.url);
}
