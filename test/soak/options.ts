import { parseArgs } from "node:util";
import { SetupError } from "../setup/process/failure";

export interface SoakOptions {
  /** Empty for all. */
  numbers: number[];
  /** Of load, instead of each item's own. */
  minutes: number | null;
  /** The part of the full counts and times. */
  scale: number;
}

const usage = "npm run soak -- [NUMBER…] [--minutes N] [--scale F]";

/** Reads the command line; throws a SetupError for anything it does not know. */
export function readOptions(args: string[], known: readonly number[]): SoakOptions {
  const { values, positionals } = parse(args);
  const numbers = positionals.map((text) => {
    const number = Number(text);
    if (!known.includes(number)) throw new SetupError(`There is no long form of ${text}. There are: ${known.join(", ")}.\n${usage}`);
    return number;
  });
  return { numbers, minutes: values.minutes === undefined ? null : positive("minutes", values.minutes), scale: values.scale === undefined ? 1 : positive("scale", values.scale) };
}

function parse(args: string[]) {
  try {
    return parseArgs({ args, allowPositionals: true, options: { minutes: { type: "string" }, scale: { type: "string" } } });
  } catch (thrown) {
    throw new SetupError(`${thrown instanceof Error ? thrown.message : String(thrown)}\n${usage}`);
  }
}

function positive(name: string, text: string): number {
  const value = Number(text);
  if (!(value > 0 && value < Infinity)) throw new SetupError(`--${name} takes a number above 0, not "${text}".\n${usage}`);
  return value;
}
