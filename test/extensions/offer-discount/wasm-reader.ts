/** Reads a WebAssembly binary piece by piece. */
export class WasmReader {
  at = 0;

  constructor(readonly bytes: Uint8Array) {}

  get done(): boolean {
    return this.at >= this.bytes.length;
  }

  byte(): number {
    const value = this.bytes[this.at];
    if (value === undefined) throw new Error("The module ends too early");
    this.at += 1;
    return value;
  }

  /** An unsigned LEB128 number. */
  u32(): number {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = this.byte();
      value += (byte & 0x7f) * 2 ** shift;
      if (byte < 0x80) return value;
    }
  }

  /** A number whose value does not matter. */
  skipLeb(): void {
    while (this.byte() >= 0x80);
  }

  take(length: number): Uint8Array {
    const piece = this.bytes.subarray(this.at, this.at + length);
    this.at += length;
    return piece;
  }
}

/** A number as unsigned LEB128. */
export function leb(value: number): number[] {
  const bytes: number[] = [];
  do {
    bytes.push((value % 128) + (value >= 128 ? 128 : 0));
    value = Math.floor(value / 128);
  } while (value > 0);
  return bytes;
}

/** As signed LEB128, for constants. */
export function signedLeb(value: number): number[] {
  const bytes: number[] = [];
  let left = value;
  for (;;) {
    const byte = left & 0x7f;
    left >>= 7;
    const last = left === 0 && (byte & 0x40) === 0;
    bytes.push(last ? byte : byte | 0x80);
    if (last) return bytes;
  }
}
