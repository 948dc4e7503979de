import { execFile } from "node:child_process";
import path from "node:path";
import { promisify } from "node:util";
import { root } from "./paths";
import { SetupError } from "./process/failure";

const execute = promisify(execFile);

/** Applies the migrations that a database lacks. */
export async function migrate(databaseUrl: string): Promise<void> {
  await prisma(["migrate", "deploy"], databaseUrl);
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
