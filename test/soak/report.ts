import type { Figure } from "./soak-item";
import { isKept } from "./soak-item";

interface Measured {
  number: number;
  title: string;
  seconds: number;
  figures: Figure[];
  /** What kept it from being measured. */
  error: string | null;
}

export interface Outcome extends Measured {
  verdict: "PASS" | "FAIL";
}

/** Kept where it was measured and every figure is within its promise. */
export function judge(measured: Measured): Outcome {
  return { ...measured, verdict: measured.error === null && measured.figures.length > 0 && measured.figures.every(isKept) ? "PASS" : "FAIL" };
}

/** Each figure with its promise beside it, then the verdict. */
export function formatOutcome({ number, figures, error, seconds, verdict }: Outcome): string {
  const lines = figures.map((figure) => {
    const value = `${figure.value.toLocaleString("en", { maximumFractionDigits: 2 })} ${figure.unit}`.trim();
    return `      ${figure.name.padEnd(44)} ${value.padStart(14)}   ${promiseOf(figure).padEnd(16)} ${isKept(figure) ? "" : "not kept"}`.trimEnd();
  });
  if (error !== null) lines.push(error.replaceAll(/^/gm, "      "));
  return [...lines, `    ${verdict}  ${String(number)}, ${seconds.toFixed(0)} s`].join("\n");
}

function promiseOf({ atMost, atLeast, unit }: Figure): string {
  if (atMost !== undefined) return `at most ${String(atMost)} ${unit}`.trim();
  return atLeast === undefined ? "" : `at least ${String(atLeast)} ${unit}`.trim();
}

interface Run {
  startedAt: Date;
  outcomes: readonly Outcome[];
  notInSoak: readonly number[];
  interrupted: boolean;
  minutes: number | null;
  scale: number;
}

/** One line of JSON, for machines. */
export function reportJson({ outcomes, ...run }: Run): string {
  return JSON.stringify({ ...run, items: outcomes.map(({ figures, ...outcome }) => ({ ...outcome, figures: figures.map((figure) => ({ ...figure, kept: isKept(figure) })) })) });
}
