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
  return create(file) ?? (holderIn(file) === null ? takeOver(file) : null);
}

/** Takes a lock that is a file; null when a live process holds it, this one included. */
export function tryLockFile(file: string): Lock | null {
  const taken = create(file);
  if (taken !== null) return taken;
  const holder = pidIn(file);
  return holder !== null && isAlive(holder) ? null : takeOver(file);
}

/** The process id that holds a lock, or null when no other process does. */
export function holderOf(name: string): number | null {
  return holderIn(localFile("locks", name));
}

function create(file: string): Lock | null {
  try {
    writeFileSync(file, String(process.pid), { flag: "wx" });
    return { release: () => { rmSync(file, { force: true }); } };
  } catch (thrown) {
    if (isExistingFile(thrown)) return null;
    throw thrown;
  }
}

function takeOver(file: string): Lock | null {
  rmSync(file, { force: true });
  return create(file);
}

function holderIn(file: string): number | null {
  const pid = pidIn(file);
  return pid !== null && pid !== process.pid && isAlive(pid) ? pid : null;
}

function pidIn(file: string): number | null {
  try {
    const pid = Number(readFileSync(file, "utf8"));
    return pid > 0 ? pid : null;
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
