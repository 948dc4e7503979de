import type { Measured } from "../benchmark";

/** Runs rounds for a second unmeasured, then for `seconds`; `operations` is how many one round does. */
export async function measure(label: string, operations: number, seconds: number, round: () => void | Promise<void>): Promise<Measured> {
  await repeat(Math.min(1, seconds), round);
  const { rounds, elapsed } = await repeat(seconds, round);
  return { label, perSecond: (rounds * operations) / elapsed };
}

async function repeat(seconds: number, round: () => void | Promise<void>): Promise<{ rounds: number; elapsed: number }> {
  const started = performance.now();
  for (let rounds = 1; ; rounds += 1) {
    const running = round();
    if (running) await running;
    const elapsed = (performance.now() - started) / 1_000;
    if (elapsed >= seconds) return { rounds, elapsed };
  }
}
