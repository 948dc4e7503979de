import { Claim, isRedeemed, isSigned, parseClaim } from "./claim";
import { Input, Line } from "./input";
import { messageFor } from "./message";
import { Result } from "./result";
import { take } from "./text";
import { readInput, Span, writeOutput } from "./wasi";

/** Attributes whose signature one run checks at most: no cart has more offers, and no made-up one may cost more. */
const MAX_CHECKS: i32 = 50;
const COMMA: u8 = 0x2c;

/** Gives lines the discounts of the offers that the app signed for them; input that cannot be read gets none. */
export function run(): void {
  const input = Input.parse(readInput());
  const result = new Result(input === null ? "" : messageFor(input.language), input === null ? 1 : rateOf(input.rate));
  if (input !== null && input.allowsProductDiscounts && input.now >= 0 && input.keys.length > 0) discount(input, result);
  writeOutput(result.finish());
}

function discount(input: Input, result: Result): void {
  const offers = new Offers(input);
  const ofCart: Claim[] = [];
  const attribute = input.attribute;
  if (attribute !== null) {
    while (attribute.start < attribute.end && offers.checksLeft > 0) {
      const claim = offers.honour(take(attribute, COMMA), -1);
      if (claim !== null) ofCart.push(claim);
    }
  }
  for (let i = 0; i < input.lines.length; i++) {
    const line = input.lines[i];
    const attribute = line.attribute;
    let claim: Claim | null = null;
    if (attribute !== null) claim = offers.honour(attribute, line.variantId);
    if (claim === null) claim = claimFor(line, ofCart);
    // A line has one discount at most: that of one claim, for as many units as are left of it.
    if (claim === null || claim.left == 0) continue;
    const quantity = min(claim.left, line.quantity);
    claim.left -= quantity;
    result.add(line, quantity, claim);
  }
}

function claimFor(line: Line, claims: Claim[]): Claim | null {
  for (let i = 0; i < claims.length; i++) if (claims[i].variantId == line.variantId && claims[i].left > 0) return claims[i];
  return null;
}

/** The claims met so far, so that one that stands on several lines is given once. */
class Offers {
  checksLeft: i32 = MAX_CHECKS;
  private met: Claim[] = [];

  constructor(private input: Input) {}

  /** The claim of an attribute if it holds here and now; -1 for a claim of any variant. */
  honour(text: Span, variantId: i64): Claim | null {
    if (this.checksLeft == 0) return null;
    const claim = parseClaim(text);
    if (claim === null || claim.until <= this.input.now || (variantId >= 0 && claim.variantId != variantId)) return null;
    this.checksLeft--;
    if (isRedeemed(claim, this.input.redeemed) || !isSigned(text, this.input.keys)) return null;
    return this.counted(claim);
  }

  /** A second signature for the same offer and variant draws on the first one's units. */
  private counted(claim: Claim): Claim | null {
    for (let i = 0; i < this.met.length; i++) if (this.met[i].sharesAllowanceWith(claim)) return this.met[i];
    claim.left = claim.quantity;
    this.met.push(claim);
    return claim;
  }
}

/** How many units of the cart's currency one of the shop's is worth; 1 when the input does not say. */
function rateOf(text: Span): f64 {
  const rate = parseFloat(String.UTF8.decodeUnsafe(text.start, text.length));
  return rate > 0 && isFinite(rate) ? rate : 1;
}
