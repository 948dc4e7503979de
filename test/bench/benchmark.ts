import type { Stack } from "../support/stack";

export interface Measured {
  label: string;
  perSecond: number;
  /** Of `perSecond` where it is no speed; "/s" otherwise. */
  unit?: string;
}

/** A comparison of what the app does with the least that any program could do; files `*.bench.ts` export one as `benchmark`. */
export interface Benchmark {
  name: string;
  run(stack: Stack): Promise<{ subject: Measured; baseline: Measured }>;
}
