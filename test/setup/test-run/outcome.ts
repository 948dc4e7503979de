import type { ToolResult } from "./tool";

export interface Failure {
  title: string;
  details: string;
}

/** What a step of the test run came to; a step that is one check counts as one. */
export interface Outcome {
  passed: number;
  failures: Failure[];
}

/** A step that is a single check: passed when its tool ended well. */
export function singleCheck(title: string, { code, output }: ToolResult): Outcome {
  return code === 0 ? { passed: 1, failures: [] } : { passed: 0, failures: [{ title, details: output }] };
}

/** Several outcomes as one. */
export function together(outcomes: Outcome[]): Outcome {
  return {
    passed: outcomes.reduce((sum, { passed }) => sum + passed, 0),
    failures: outcomes.flatMap(({ failures }) => failures),
  };
}
