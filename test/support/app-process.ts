import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import path from "node:path";
import { buildStep } from "../setup/build/stamp";
import { adminPages, databaseClient, serverEntries } from "../setup/build/steps";
import { root } from "../setup/paths";

export interface AppProcess {
  url: string;
  pid: number;
  stop(): Promise<void>;
}

/** Builds the app where it is not up to date and starts its web process with this process's environment, on a free port. */
export async function startApp(environment: Record<string, string> = {}): Promise<AppProcess> {
  for (const step of [databaseClient, adminPages, serverEntries]) await buildStep(step);
  const child = spawn(process.execPath, [path.join(root, "build/server.js")], {
    cwd: root,
    env: { ...process.env, NODE_ENV: "production", LOG_LEVEL: "info", HOST: "127.0.0.1", PORT: "0", ...environment },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const port = await new Promise<number>((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code) => { reject(new Error(`The app ended with ${String(code)}`)); });
    createInterface({ input: child.stdout }).on("line", (line) => {
      const entry = JSON.parse(line) as { msg?: string; port?: number };
      if (entry.msg === "listening" && entry.port) resolve(entry.port);
      else if (process.env["SHOW_APP_LOG"]) console.log(line);
    });
  });
  return {
    url: `http://127.0.0.1:${String(port)}`,
    pid: child.pid ?? 0,
    stop: () => new Promise((resolve) => {
      child.removeAllListeners("exit");
      child.once("exit", () => { resolve(); });
      child.kill("SIGTERM");
    }),
  };
}
