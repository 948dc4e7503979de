import { Hmac } from "../hmac";
import { decodeHex, take } from "../text";
import { readInput, Span, writeOutput } from "../wasi";

/** For tests: of "{key in hex} {code in hex} {text}", writes 1 when the code is the text's, else 0. */
export function run(): void {
  const rest = readInput();
  const key = heap.alloc(32);
  const code = heap.alloc(32);
  const decoded = decodeHex(take(rest, 0x20), key) && decodeHex(take(rest, 0x20), code);
  const at = heap.alloc(1);
  store<u8>(at, decoded && new Hmac(key).verify(rest.start, rest.length, code) ? 0x31 : 0x30);
  writeOutput(new Span(at, at + 1));
}
