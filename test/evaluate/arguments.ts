import { parseArgs } from "node:util";

import { HistoryError } from "./history/failure";
import type { SplitName } from "./protocol/split";

export const USAGE = `npm run evaluate -- --history FILE [--split validation|test] [--baselines none|all] [--json]

  --history    a shop's orders as CSV, plain or gzip (columns in test/evaluate/README.md)
  --split      test (the default) is for reporting, validation for choosing parameters
  --baselines  all (the default) computes textbook methods beside; none leaves them out
  --json       one JSON object on the last line`;

export interface EvaluateArguments {
  history: string;
  split: SplitName;
  baselines: boolean;
  json: boolean;
}

/** Throws HistoryError with the usage for anything it does not know. Null when help was asked for. */
export function parseEvaluateArguments(args: readonly string[]): EvaluateArguments | null {
  const { history, split, baselines, json, help } = parsed(args);
  if (help) return null;
  if (!history) throw new HistoryError(`Name a history.\n\n${USAGE}`);
  if (split !== "test" && split !== "validation") throw new HistoryError(`There is no split "${split}".\n\n${USAGE}`);
  if (baselines !== "all" && baselines !== "none") throw new HistoryError(`Baselines are "all" or "none".\n\n${USAGE}`);
  return { history, split, baselines: baselines === "all", json };
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        history: { type: "string" },
        split: { type: "string", default: "test" },
        baselines: { type: "string", default: "all" },
        json: { type: "boolean", default: false },
        help: { type: "boolean", short: "h", default: false },
      },
    }).values;
  } catch (error) {
    throw new HistoryError(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`);
  }
}
