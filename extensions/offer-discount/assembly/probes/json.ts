import { Scanner } from "../json";
import { readInput, Span, writeOutput } from "../wasi";

/** For tests: writes 1 when the input is JSON, else 0. */
export function run(): void {
  const json = new Scanner(readInput());
  json.skip();
  writeOutput(digit(!json.failed && json.atEnd()));
}

function digit(yes: bool): Span {
  const at = heap.alloc(1);
  store<u8>(at, yes ? 0x31 : 0x30);
  return new Span(at, at + 1);
}
