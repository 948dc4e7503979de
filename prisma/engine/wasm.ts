import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import type { SqlMigrationAwareDriverAdapterFactory } from "@prisma/driver-adapter-utils";
import type * as Engine from "@prisma/schema-engine-wasm";

type Bindings = typeof Engine & { __wbg_set_wasm(exports: WebAssembly.Exports): void };

const bindingsFile = createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm/schema_engine_bg");
const packageFolder = path.dirname(bindingsFile);
let loaded = 0;

/** The commit of Prisma's engines that this package was compiled from; the CLI compares it with its own. */
export function engineVersion(): string {
  // Every package.json has a version.
  const { version } = JSON.parse(readFileSync(path.join(packageFolder, "package.json"), "utf8")) as { version: string };
  return version.replace(/^.*\./, "");
}

/** Loads the engine and gives it the schema's files as pairs of path and content. */
export async function loadEngine(
  datamodels: [string, string][],
  factory: SqlMigrationAwareDriverAdapterFactory,
): Promise<Engine.SchemaEngine> {
  loaded += 1;
  // The bindings keep views of one instance's memory, so each instance needs its own copy of them.
  const bindings = (await import(`${pathToFileURL(bindingsFile).href}?copy=${String(loaded)}`)) as Bindings;
  const code = readFileSync(path.join(packageFolder, "schema_engine_bg.wasm"));
  const { instance } = await WebAssembly.instantiate(code, { "./schema_engine_bg.js": { ...bindings } });
  bindings.__wbg_set_wasm(instance.exports);
  // Named by wasm-bindgen, which makes the package; it takes and returns nothing.
  (instance.exports["__wbindgen_start"] as () => void)();
  return bindings.SchemaEngine.new({ datamodels: datamodels.length > 0 ? datamodels : undefined }, () => undefined, bindMigrationAwareSqlAdapterFactory(factory));
}
