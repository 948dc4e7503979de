import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { createWriteStream, readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import path from "node:path";
import { localFile, root } from "../paths";
import { SetupError } from "./failure";

export interface Child {
  name: string;
  logFile: string;
  /** Settles when the process ends, with what ended it. */
  ended: Promise<string>;
  /** The end as an error that shows the log's last lines. */
  endedEarly(): Promise<never>;
  /** Asks it to finish (SIGTERM) and ends it the hard way after `graceSeconds`. */
  stop(graceSeconds?: number): Promise<void>;
}

export interface ChildOptions {
  name: string;
  /** Arguments of Node: a script and its own arguments. */
  args: string[];
  environment: NodeJS.ProcessEnv;
  onLine?: (line: string) => void;
}

const followParent = pathToFileURL(path.join(root, "test/setup/process/follow-parent.mjs")).href;

/** Starts a Node process of this project in the background: its output goes to `.local/logs`, and it never outlives this one. */
export function startChild({ name, args, environment, onLine }: ChildOptions): Child {
  const logFile = localFile("logs", `${name}.log`);
  const log = createWriteStream(logFile);
  const child = spawn(process.execPath, ["--import", followParent, ...args], {
    cwd: root,
    env: environment,
    // Its own process group: Ctrl-C reaches this process alone, which then stops the others in order.
    detached: true,
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  child.stderr?.pipe(log, { end: false });
  child.stdout?.pipe(log, { end: false });
  if (onLine && child.stdout) createInterface({ input: child.stdout }).on("line", onLine);
  const ended = endOf(child);
  void ended.then(() => log.end());
  return {
    name,
    logFile,
    ended,
    endedEarly: async () => {
      const how = await ended;
      await sleep(50);
      throw new SetupError(`${name} ended unexpectedly (${how}). The end of its log, ${logFile}:\n${tailOf(logFile)}`);
    },
    stop: async (graceSeconds = 10) => {
      child.kill("SIGTERM");
      const late = new AbortController();
      void sleep(graceSeconds * 1000, undefined, { signal: late.signal }).then(() => child.kill("SIGKILL"), () => undefined);
      await ended;
      late.abort();
    },
  };
}

/** The last lines of a log. */
export function tailOf(logFile: string, lines = 20): string {
  try {
    return readFileSync(logFile, "utf8").trimEnd().split("\n").slice(-lines).join("\n");
  } catch {
    return "";
  }
}

function endOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    child.once("error", (error) => { resolve(error.message); });
    child.once("exit", (code, signal) => { resolve(signal ? `signal ${signal}` : `exit code ${String(code)}`); });
  });
}
