/** One thing that was measured, and what is promised of it. */
export interface Figure {
  name: string;
  value: number;
  unit: string;
  atMost?: number;
  atLeast?: number;
}

export interface SoakContext {
  /** Of load, where the item's length is a time. */
  minutes: number;
  /** The part of the full counts, 1 for all, where its length is a number. */
  scale: number;
  /** Ends the item early; what it measured until then is no result. */
  signal: AbortSignal;
  /** What is being done now. */
  progress(text: string): void;
}

/** A reliability promise in its long form; the numbers are the list's in the folder's README. */
export interface SoakItem {
  number: number;
  title: string;
  /** Full length, where that is a time. */
  minutes?: number;
  run(context: SoakContext): Promise<Figure[]>;
}

/** A figure without a promise, such as how much was sent, is always kept. */
export function isKept({ value, atMost, atLeast }: Figure): boolean {
  // Written so that what is no number keeps no promise.
  return (atMost === undefined || value <= atMost) && (atLeast === undefined || value >= atLeast);
}
