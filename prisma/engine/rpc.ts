import { createInterface } from "node:readline";
import type { DevDiagnosticInput, SchemaEngine } from "@prisma/schema-engine-wasm";
import { z } from "zod";
import { createDatabase } from "./database-commands";
import { describeEngineError } from "./engine-error";
import { catchingPanics, listenForPanics } from "./panic";

const Request = z.object({ id: z.number(), method: z.string(), params: z.unknown().optional() });
const WithHistory = z.object({ migrationsList: z.unknown(), filters: z.unknown() });
const needsKnownHistory = new Set(["createMigration", "evaluateDataLoss"]);
const Target = z.object({ datasource: z.object({ url: z.string() }) });

/**
 * Answers the Prisma CLI's JSON-RPC requests, one a line on stdin, in their order, until stdin ends. Each gets an engine
 * of its own, because one that panicked is beyond use.
 */
export async function answerRequests(load: () => Promise<SchemaEngine>, url: string | undefined): Promise<void> {
  listenForPanics();
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
    const parsed = Request.safeParse(parseJson(line));
    // Anything else is the CLI's reply to something printed.
    if (!parsed.success) continue;
    const { id, method, params } = parsed.data;
    try {
      if (method === "createDatabase") {
        const target = Target.safeParse(params);
        const databaseName = await createDatabase(target.success ? target.data.datasource.url : (url ?? ""));
        send({ id, result: { databaseName } });
        continue;
      }
      const result = await catchingPanics(async () => call(await load(), method, params));
      send({ id, result });
    } catch (thrown) {
      const data = describeEngineError(thrown);
      send({ id, error: { code: 4466, message: "An error happened. Check the data field for details.", data } });
    }
  }
}

async function call(engine: SchemaEngine, method: string, params: unknown): Promise<unknown> {
  if (method === "getDatabaseVersion") return engine.version(null);
  const operation: unknown = Reflect.get(engine, method);
  if (typeof operation !== "function") throw new Error(`The schema engine has no method ${method}.`);
  if (needsKnownHistory.has(method)) {
    // These look up what the migrations make in the engine's cache, and cannot open a shadow database to fill it.
    await engine.devDiagnostic(WithHistory.parse(params) as DevDiagnosticInput).catch(() => undefined);
  }
  const result: unknown = await Reflect.apply(operation, engine, [params]);
  if (method !== "diff") return result ?? {};
  // The native engine prints a difference itself, by a request of its own.
  const { exitCode, stdout } = z.object({ exitCode: z.number(), stdout: z.string().nullish() }).parse(result);
  if (stdout) send({ id: 1, method: "print", params: { content: stdout.replace(/\n$/, "") } });
  return { exitCode };
}

function send(message: object): void {
  process.stdout.write(`${JSON.stringify({ jsonrpc: "2.0", ...message })}\n`);
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
