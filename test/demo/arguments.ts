import { parseArgs } from "node:util";
import { SetupError } from "../setup/process/failure";

export interface DemoArguments {
  /** First port; null means 4100, or the next free one. */
  port: number | null;
  history: string | null;
  fresh: boolean;
  headless: boolean;
}

export const usage = `npm run demo -- [options]
  --history FILE  load another shop's orders: a CSV file, plain or gzip (columns: README, "Your own orders")
  --port N        storefront and admin on port N, the rest on the ports after it (default 4100)
  --fresh         forget the data of earlier runs
  --headless      print one JSON line with the addresses when ready, and nothing else on stdout
  --help          show this`;

/** Parses the command line; null when help was asked for. */
export function parseDemoArguments(args: string[]): DemoArguments | null {
  const values = parse(args);
  if (values.help) return null;
  return {
    port: values.port === undefined ? null : parsePort(values.port),
    history: values.history ?? null,
    fresh: values.fresh ?? false,
    headless: values.headless ?? false,
  };
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      options: {
        history: { type: "string" },
        port: { type: "string" },
        fresh: { type: "boolean" },
        headless: { type: "boolean" },
        help: { type: "boolean", short: "h" },
      },
    }).values;
  } catch (thrown) {
    throw new SetupError(`${(thrown as Error).message.split(". ")[0] ?? ""}.\n\n${usage}`);
  }
}

function parsePort(text: string): number {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 1 || port > 65_500) {
    throw new SetupError(`--port takes a number from 1 to 65500, not "${text}".`);
  }
  return port;
}
