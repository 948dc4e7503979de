import { Hmac } from "./hmac";
import { decodeBase64, digitsOf, reads, sameBytes, take } from "./text";
import { Span } from "./wasi";

const DOT: u8 = 0x2e;
const ID_LENGTH: i32 = 22;
/** How much of a claim's id stands in the list of redeemed ones: its random end. */
const TAG_LENGTH: i32 = 8;
const MAX_LENGTH: i32 = 160;

const code = memory.data(32, 4);

/** What the app signed: "1.{claim}.{variant}.{quantity}.{saving}.{until}.{HMAC}". */
export class Claim {
  /** Units that may still get the discount. */
  left: i32 = 0;

  constructor(
    public id: usize,
    public variantId: i64,
    public quantity: i32,
    /** True for per cent, false for an amount off each unit. */
    public isPercentage: bool,
    /** Per cent, or minor units of the shop's currency. */
    public value: i64,
    /** Decimals of that currency. */
    public decimals: i32,
    /** YYYYMMDDHH on the shop's clock. */
    public until: i64,
  ) {}

  /** The same offer, whatever else was signed for it. */
  sharesAllowanceWith(other: Claim): bool {
    return this.variantId == other.variantId && sameBytes(this.id, other.id, ID_LENGTH);
  }
}

/** The claim of an attribute, its signature not yet looked at; null when it cannot be one. */
export function parseClaim(text: Span): Claim | null {
  if (text.length > MAX_LENGTH) return null;
  const rest = new Span(text.start, text.end);
  if (!reads(take(rest, DOT), "1")) return null;
  const id = take(rest, DOT);
  const variantId = digitsOf(take(rest, DOT), 18);
  const quantity = digitsOf(take(rest, DOT), 3);
  const saving = take(rest, DOT);
  const until = digitsOf(take(rest, DOT), 10);
  if (id.length != ID_LENGTH || variantId <= 0 || quantity <= 0 || until < 0 || saving.length == 0) return null;
  const kind = load<u8>(saving.start);
  saving.start++;
  if (kind == 0x70) {
    const percent = digitsOf(saving, 3);
    return percent > 0 && percent <= 100 ? new Claim(id.start, variantId, i32(quantity), true, percent, 0, until) : null;
  }
  if (kind != 0x66) return null;
  const amount = digitsOf(take(saving, 0x65), 12);
  const decimals = digitsOf(saving, 1);
  return amount > 0 && decimals >= 0 && decimals <= 3 ? new Claim(id.start, variantId, i32(quantity), false, amount, i32(decimals), until) : null;
}

/** Whether one of the keys signed this text. */
export function isSigned(text: Span, keys: Hmac[]): bool {
  let end = text.end;
  while (end > text.start && load<u8>(end - 1) != DOT) end--;
  if (end == text.start || !decodeBase64(new Span(end, text.end), code, 32)) return false;
  for (let i = 0; i < keys.length; i++) if (keys[i].verify(text.start, end - 1 - text.start, code)) return true;
  return false;
}

/** Whether a claim is among those that the app saw in an order: tags of eight characters, one after the other. */
export function isRedeemed(claim: Claim, redeemed: Span): bool {
  const tag = claim.id + ID_LENGTH - TAG_LENGTH;
  for (let at = redeemed.start; at + TAG_LENGTH <= redeemed.end; at += TAG_LENGTH) {
    if (load<u64>(at) == load<u64>(tag)) return true;
  }
  return false;
}
