import { BLOCK, compress, DIGEST, finishHash, startHash } from "./sha256";

const padded = memory.data(64, 4);
const state = memory.data(32, 4);
const digest = memory.data(32, 4);

/** HMAC-SHA256 (RFC 2104) with one key, the two key blocks taken in once for all texts. */
export class Hmac {
  private inner: usize = heap.alloc(DIGEST);
  private outer: usize = heap.alloc(DIGEST);

  /** A key of 32 bytes. */
  constructor(key: usize) {
    this.start(this.inner, key, 0x36);
    this.start(this.outer, key, 0x5c);
  }

  /** Whether a text's code is the given 32 bytes; looks at all of them, whichever differ. */
  verify(text: usize, length: usize, code: usize): bool {
    memory.copy(state, this.inner, DIGEST);
    finishHash(state, text, length, BLOCK, digest);
    memory.copy(state, this.outer, DIGEST);
    finishHash(state, digest, DIGEST, BLOCK, digest);
    let difference: u32 = 0;
    for (let i: usize = 0; i < DIGEST; i += 4) difference |= load<u32>(digest + i) ^ load<u32>(code + i);
    return difference == 0;
  }

  private start(into: usize, key: usize, pad: u8): void {
    memory.fill(padded, pad, BLOCK);
    for (let i: usize = 0; i < DIGEST; i++) store<u8>(padded + i, load<u8>(key + i) ^ pad);
    startHash(into);
    compress(into, padded);
  }
}
