import { spawn } from "node:child_process";
import { closeSync, openSync, readFileSync } from "node:fs";
import { localFile, root } from "../paths";
import { SetupError } from "../process/failure";

/** Runs a tool of the packages on this Node, its output in a log; a failure shows the log's end. */
export async function runTool(name: string, script: string, args: string[], environment: Record<string, string> = {}): Promise<void> {
  const logFile = localFile("logs", `build-${name}.log`);
  const log = openSync(logFile, "w");
  const child = spawn(process.execPath, [script, ...args], {
    cwd: root,
    stdio: ["ignore", log, log],
    env: { ...process.env, ...environment },
  });
  closeSync(log);
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", resolve);
  });
  if (code === 0) return;
  const tail = readFileSync(logFile, "utf8").trimEnd().split("\n").slice(-25).join("\n");
  throw new SetupError(`Building ${name} failed:\n${tail}\n(whole log: ${logFile})`);
}
