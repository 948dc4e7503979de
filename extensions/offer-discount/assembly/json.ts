import { Span } from "./wasi";

const QUOTE: u8 = 0x22;
const BACKSLASH: u8 = 0x5c;
/** Deeper nesting than any input has is refused, so that no text can exhaust the stack. */
const MAX_DEPTH: i32 = 64;

/**
 * Walks through JSON in place: nothing is decoded or copied, and what the caller does not ask for is skipped. `failed` is
 * set by anything that is no JSON, and stays set; from then on every question is answered with nothing.
 */
export class Scanner {
  failed: bool = false;
  private at: usize;
  private depth: i32 = 0;

  constructor(private text: Span) {
    this.at = text.start;
  }

  /** Steps into an object; false for any other value, which is skipped. */
  enterObject(): bool {
    return this.enter(0x7b);
  }

  enterArray(): bool {
    return this.enter(0x5b);
  }

  /** The next member's key, its value next in turn; null at the object's end. */
  nextKey(): Span | null {
    if (!this.another(0x7d)) return null;
    const key = this.string();
    if (key === null || this.token() != 0x3a) return this.fail();
    this.at++;
    return key;
  }

  /** Whether the array has another element, which is next in turn. */
  nextElement(): bool {
    return this.another(0x5d);
  }

  /** A string's text between its quotes, escapes left as they are; null for any other value, which is skipped. */
  string(): Span | null {
    if (this.token() != QUOTE) {
      this.skip();
      return null;
    }
    const start = this.at + 1;
    const end = this.text.end;
    // Most of the input is strings: kept out of the fields while it goes through them.
    let at = start;
    while (at < end) {
      const byte = load<u8>(at);
      if (byte == QUOTE) {
        this.at = at + 1;
        return new Span(start, at);
      }
      if (byte < 0x20) return this.fail();
      if (byte == BACKSLASH) {
        this.at = at;
        if (!this.escape()) return this.fail();
        at = this.at;
      }
      at++;
    }
    return this.fail();
  }

  /** A whole number from 0 to 999,999,999; -1 for any other value. */
  integer(): i32 {
    const first = this.token();
    const start = this.at;
    this.skip();
    if (this.failed || first < 0x30 || first > 0x39 || this.at - start > 9) return -1;
    let value: i32 = 0;
    for (let at = start; at < this.at; at++) {
      const digit = load<u8>(at) - 0x30;
      if (digit > 9) return -1;
      value = value * 10 + digit;
    }
    return value;
  }

  /** True for `true`; any other value is skipped. */
  isTrue(): bool {
    const first = this.token();
    this.skip();
    return !this.failed && first == 0x74;
  }

  /** Skips the value that is next in turn. */
  skip(): void {
    const first = this.token();
    if (this.failed) return;
    if (first == QUOTE) this.string();
    else if (first == 0x7b) {
      if (this.enterObject()) while (this.nextKey() !== null) this.skip();
    } else if (first == 0x5b) {
      if (this.enterArray()) while (this.nextElement()) this.skip();
    } else if (first == 0x74) this.word(0x65757274, 0);
    else if (first == 0x6e) this.word(0x6c6c756e, 0);
    else if (first == 0x66) this.word(0x736c6166, 0x65);
    else this.number();
  }

  /** Nothing but white space follows. */
  atEnd(): bool {
    return this.token() == 0 && !this.failed && this.at == this.text.end;
  }

  private enter(bracket: u8): bool {
    if (this.token() != bracket) {
      this.skip();
      return false;
    }
    if (++this.depth > MAX_DEPTH) this.failed = true;
    this.at++;
    this.first = true;
    return !this.failed;
  }

  /** Set right after an opening bracket, where no comma is due. */
  private first: bool = false;

  private another(bracket: u8): bool {
    const next = this.token();
    if (this.failed) return false;
    if (next == bracket) {
      this.at++;
      this.depth--;
      this.first = false;
      return false;
    }
    if (!this.first) {
      if (next != 0x2c) {
        this.failed = true;
        return false;
      }
      this.at++;
    }
    this.first = false;
    return true;
  }

  /** The byte of the next token, 0 at the end. */
  private token(): u8 {
    while (this.at < this.text.end) {
      const byte = load<u8>(this.at);
      if (byte != 0x20 && byte != 0x0a && byte != 0x0d && byte != 0x09) return byte;
      this.at++;
    }
    return 0;
  }

  /** Steps onto the last byte of an escape. */
  private escape(): bool {
    this.at++;
    if (this.at >= this.text.end) return false;
    const byte = load<u8>(this.at);
    if (byte == 0x75) {
      for (let digit = 0; digit < 4; digit++) {
        this.at++;
        if (this.at >= this.text.end || !isHex(load<u8>(this.at))) return false;
      }
      return true;
    }
    return byte == QUOTE || byte == BACKSLASH || byte == 0x2f || byte == 0x62 || byte == 0x66 || byte == 0x6e || byte == 0x72 || byte == 0x74;
  }

  private word(four: u32, fifth: u8): void {
    const length: usize = fifth == 0 ? 4 : 5;
    if (this.at + length > this.text.end || load<u32>(this.at) != four || (fifth != 0 && load<u8>(this.at, 4) != fifth)) this.failed = true;
    else this.at += length;
  }

  private number(): void {
    if (this.byte() == 0x2d) this.at++;
    if (this.byte() == 0x30) this.at++;
    else this.digits();
    if (this.byte() == 0x2e) {
      this.at++;
      this.digits();
    }
    if ((this.byte() | 0x20) == 0x65) {
      this.at++;
      if (this.byte() == 0x2b || this.byte() == 0x2d) this.at++;
      this.digits();
    }
  }

  private digits(): void {
    const start = this.at;
    while (this.byte() - 0x30 <= 9) this.at++;
    if (this.at == start) this.failed = true;
  }

  private byte(): u8 {
    return this.at < this.text.end ? load<u8>(this.at) : 0;
  }

  private fail(): Span | null {
    this.failed = true;
    return null;
  }
}

function isHex(byte: u8): bool {
  const letter: u8 = byte | 0x20;
  return (byte >= 0x30 && byte <= 0x39) || (letter >= 0x61 && letter <= 0x66);
}
