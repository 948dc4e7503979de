import { spawn } from "node:child_process";
import path from "node:path";
import { root } from "../setup/paths";
import type { AppProcess } from "../support/app-process";
import { startApp } from "../support/app-process";

export interface Worker {
  pid: number;
  stop(): Promise<void>;
}

/** Starts the built worker with this process's environment. */
export function startWorker(): Worker {
  const child = spawn(process.execPath, [path.join(root, "build/worker.js")], { cwd: root, env: { ...process.env, NODE_ENV: "production", LOG_LEVEL: "error", DATABASE_POOL: "6" }, stdio: ["ignore", "inherit", "inherit"] });
  const ended = new Promise<void>((resolve) => child.once("exit", () => { resolve(); }));
  return {
    pid: child.pid ?? 0,
    async stop() {
      child.kill("SIGTERM");
      await ended;
    },
  };
}

/** Starts the built app with this process's environment for as long as the work takes. */
export async function withApp<T>(work: (app: AppProcess) => Promise<T>, environment: Record<string, string> = {}): Promise<T> {
  const app = await startApp(environment);
  try {
    return await work(app);
  } finally {
    await app.stop();
  }
}
