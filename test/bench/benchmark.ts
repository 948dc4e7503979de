import type { Stack } from "../support/stack";

export interface Measured {
  label: string;
  perSecond: number;
}

/** A comparison of what the app does with the least that any program could do; files `*.bench.ts` export one as `benchmark`. */
export interface Benchmark {
  name: string;
  run(stack: Stack): Promise<{ subject: Measured; baseline: Measured }>;
}
