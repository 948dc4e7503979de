import type { Measured } from "../benchmark";

export interface Contender {
  label: string;
  round(): void | Promise<void>;
}

/** Short enough that a busy moment of the machine falls on all contenders alike. */
const sliceMs = 250;

/**
 * Lets contenders take turns, each for `seconds` in all, after a slice each that is not counted; `operations` is how many
 * one round does.
 */
export async function measureInTurn(contenders: readonly Contender[], operations: number, seconds: number): Promise<Measured[]> {
  for (const contender of contenders) await runSlice(contender);
  const totals = contenders.map(({ label }) => ({ label, rounds: 0, elapsedMs: 0 }));
  for (let slices = Math.max(1, Math.round((seconds * 1_000) / sliceMs)); slices > 0; slices -= 1) {
    for (const [index, contender] of contenders.entries()) {
      const { rounds, elapsedMs } = await runSlice(contender);
      const total = totals[index];
      if (!total) continue;
      total.rounds += rounds;
      total.elapsedMs += elapsedMs;
    }
  }
  return totals.map(({ label, rounds, elapsedMs }) => ({ label, perSecond: (rounds * operations * 1_000) / elapsedMs }));
}

async function runSlice({ round }: Contender): Promise<{ rounds: number; elapsedMs: number }> {
  const started = performance.now();
  for (let rounds = 1; ; rounds += 1) {
    const running = round();
    if (running) await running;
    const elapsedMs = performance.now() - started;
    if (elapsedMs >= sliceMs) return { rounds, elapsedMs };
  }
}
