import { setTimeout as sleep } from "node:timers/promises";
import { SetupError } from "./failure";

/** Waits until a check is true; `what` names it in the error when that takes too long. */
export async function waitFor(what: string, seconds: number, check: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + seconds * 1000;
  while (!(await check())) {
    if (Date.now() > deadline) throw new SetupError(`Waited ${String(seconds)} s in vain for ${what}.`);
    await sleep(150);
  }
}

/** Whether an address answers with success. */
export async function answersAt(url: string): Promise<boolean> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(3000), redirect: "manual" });
    await response.body?.cancel();
    return response.ok;
  } catch {
    return false;
  }
}
