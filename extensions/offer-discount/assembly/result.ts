import { Claim } from "./claim";
import { Line } from "./input";
import { Span } from "./wasi";

/** Bytes that one discounted line takes at most, its id apart. */
const ROOM: usize = 512;

/** The operations as JSON, written as the lines are found. */
export class Result {
  private buffer: usize = heap.alloc(4096);
  private capacity: usize = 4096;
  private length: usize = 0;
  private count: i32 = 0;

  constructor(private message: string, private rate: f64) {}

  add(line: Line, quantity: i32, claim: Claim): void {
    this.reserve(ROOM + line.id.length);
    this.text(this.count++ == 0 ? '{"operations":[{"productDiscountsAdd":{"selectionStrategy":"ALL","candidates":[' : ",");
    this.text('{"targets":[{"cartLine":{"id":"');
    memory.copy(this.buffer + this.length, line.id.start, line.id.length);
    this.length += line.id.length;
    this.text('","quantity":' + quantity.toString() + '}}],"message":"' + this.message + '","value":{');
    if (claim.isPercentage) this.text('"percentage":{"value":"' + claim.value.toString() + '"}}}');
    else this.text('"fixedAmount":{"amount":"' + this.amount(claim) + '","appliesToEachItem":true}}}');
  }

  finish(): Span {
    this.reserve(ROOM);
    this.text(this.count == 0 ? '{"operations":[]}' : "]}}]}");
    return new Span(this.buffer, this.buffer + this.length);
  }

  /** The signed amount in the cart's currency, rounded down to two decimals where that is another one. */
  private amount(claim: Claim): string {
    if (this.rate == 1.0) return decimal(claim.value, claim.decimals);
    let scale: f64 = 100;
    for (let i = 0; i < claim.decimals; i++) scale /= 10;
    // What a decimal rate loses in binary must not cost a hundredth.
    return decimal(i64(Math.floor(f64(claim.value) * this.rate * scale + 1e-6)), 2);
  }

  private reserve(bytes: usize): void {
    if (this.length + bytes <= this.capacity) return;
    this.capacity = (this.length + bytes) * 2;
    const larger = heap.alloc(this.capacity);
    memory.copy(larger, this.buffer, this.length);
    this.buffer = larger;
  }

  private text(text: string): void {
    this.length += String.UTF8.encodeUnsafe(changetype<usize>(text), text.length, this.buffer + this.length, false);
  }
}

/** 1250 with two decimals is "12.50". */
function decimal(minor: i64, decimals: i32): string {
  if (decimals == 0) return minor.toString();
  const digits = minor.toString().padStart(decimals + 1, "0");
  return digits.slice(0, -decimals) + "." + digits.slice(-decimals);
}
