import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { isAlive } from "./alive";
import { localFile } from "../paths";

export interface Lock {
  release(): void;
}

/** Takes a lock named below `.local/locks`; null when another live process holds it. */
export function tryLock(name: string): Lock | null {
  const file = localFile("locks", name);
  for (let attempt = 0; attempt < 2; attempt += 1) {
    try {
      writeFileSync(file, String(process.pid), { flag: "wx" });
      return { release: () => { rmSync(file, { force: true }); } };
    } catch (thrown) {
      if (!isExistingFile(thrown)) throw thrown;
      if (holderOf(name) !== null) return null;
      rmSync(file, { force: true });
    }
  }
  return null;
}

/** The process id that holds a lock, or null when nobody does. */
export function holderOf(name: string): number | null {
  try {
    const pid = Number(readFileSync(localFile("locks", name), "utf8"));
    return pid > 0 && pid !== process.pid && isAlive(pid) ? pid : null;
  } catch {
    return null;
  }
}

/** Runs a task while holding a lock, waiting for up to `waitSeconds` to get it. */
export async function withLock<T>(name: string, waitSeconds: number, task: () => Promise<T>): Promise<T> {
  const deadline = Date.now() + waitSeconds * 1000;
  let lock = tryLock(name);
  while (lock === null) {
    if (Date.now() > deadline) {
      throw new Error(`Waited ${String(waitSeconds)} s for process ${String(holderOf(name))} to finish "${name}".`);
    }
    await sleep(100);
    lock = tryLock(name);
  }
  try {
    return await task();
  } finally {
    lock.release();
  }
}

function isExistingFile(thrown: unknown): boolean {
  return thrown instanceof Error && "code" in thrown && thrown.code === "EEXIST";
}
