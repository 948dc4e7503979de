import { Span } from "./wasi";

/** Whether a span holds just this ASCII text. */
export function reads(span: Span, text: string): bool {
  if (span.length != text.length) return false;
  for (let i = 0; i < text.length; i++) if (load<u8>(span.start + i) != text.charCodeAt(i)) return false;
  return true;
}

/** Digits as a number; -1 when there are none, more than `most`, or anything else. */
export function digitsOf(span: Span, most: i32): i64 {
  if (span.length == 0 || span.length > most) return -1;
  let value: i64 = 0;
  for (let at = span.start; at < span.end; at++) {
    const digit = load<u8>(at) - 0x30;
    if (digit > 9) return -1;
    value = value * 10 + digit;
  }
  return value;
}

/** The number that a global id ends with; -1 without one. */
export function idOf(gid: Span): i64 {
  let start = gid.end;
  while (start > gid.start && load<u8>(start - 1) != 0x2f) start--;
  return start == gid.start ? -1 : digitsOf(new Span(start, gid.end), 18);
}

/** The part up to the next separator, which is stepped over; `rest` shrinks to what follows. */
export function take(rest: Span, separator: u8): Span {
  const start = rest.start;
  let at = start;
  while (at < rest.end && load<u8>(at) != separator) at++;
  rest.start = at < rest.end ? at + 1 : at;
  return new Span(start, at);
}

export function sameBytes(one: usize, other: usize, length: usize): bool {
  return memory.compare(one, other, length) == 0;
}

/** Base64url without padding into `bytes` bytes; false when it is not exactly that long, or no base64url. */
export function decodeBase64(text: Span, into: usize, bytes: i32): bool {
  if (text.length != (bytes * 8 + 5) / 6) return false;
  let bits: u32 = 0;
  let held = 0;
  let written = 0;
  for (let at = text.start; at < text.end; at++) {
    const value = base64Value(load<u8>(at));
    if (value < 0) return false;
    bits = (bits << 6) | u32(value);
    held += 6;
    if (held >= 8) {
      held -= 8;
      store<u8>(into + written++, u8(bits >> held));
    }
  }
  // One signature, one spelling: leftover bits are zero.
  return (bits & ((1 << held) - 1)) == 0;
}

function base64Value(byte: u8): i32 {
  if (byte >= 0x41 && byte <= 0x5a) return byte - 0x41;
  if (byte >= 0x61 && byte <= 0x7a) return byte - 0x61 + 26;
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30 + 52;
  if (byte == 0x2d) return 62;
  return byte == 0x5f ? 63 : -1;
}

/** 64 hexadecimal digits into 32 bytes. */
export function decodeHex(text: Span, into: usize): bool {
  if (text.length != 64) return false;
  for (let i = 0; i < 32; i++) {
    const high = hexValue(load<u8>(text.start + i * 2));
    const low = hexValue(load<u8>(text.start + i * 2 + 1));
    if (high < 0 || low < 0) return false;
    store<u8>(into + i, u8((high << 4) | low));
  }
  return true;
}

function hexValue(byte: u8): i32 {
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30;
  return byte >= 0x61 && byte <= 0x66 ? byte - 0x61 + 10 : -1;
}
