import { assertMinor } from "./money";

/**
 * What a percentage takes off an amount, rounded down to the minor unit.
 *
 * Shopify rounds the discount of a line down (4 % off 79.98 leaves 76.79, 2.1739130434782608 % off twice 23.00 leaves
 * 45.01; Shopify/function-examples#371). Rounding down for one unit can only show a price as high as the charge or
 * higher, whatever Shopify does for the line as a whole: a shopper never pays more than was shown.
 */
export function percentOff(minor: number, percent: number): number {
  assertMinor(minor);
  if (minor < 0) throw new RangeError("A discount needs an amount of at least 0");
  if (!Number.isInteger(percent) || percent < 0 || percent > 100) throw new RangeError(`Not a whole percentage: ${percent}`);
  const hundredths = minor * percent;
  if (Number.isSafeInteger(hundredths)) return (hundredths - (hundredths % 100)) / 100;
  // BigInt: the product may pass the safe integers although amount and result do not.
  return Number((BigInt(minor) * BigInt(percent)) / 100n);
}

/** What a fixed amount takes off one unit: never more than its price. */
export function fixedOff(minor: number, amountMinor: number): number {
  assertMinor(minor);
  assertMinor(amountMinor);
  return Math.min(Math.max(0, minor), Math.max(0, amountMinor));
}

/**
 * Splits an amount over weights in proportion, exactly: shares add up to the amount, each is within one minor unit of
 * its due, and what rounding leaves goes to the largest remainders, earlier ones first. All weights 0 split evenly.
 */
export function allocate(minor: number, weights: readonly number[]): number[] {
  assertMinor(minor);
  if (weights.length === 0) throw new RangeError("Nothing to split an amount over");
  for (const weight of weights) if (!Number.isSafeInteger(weight) || weight < 0) throw new RangeError(`Not a weight: ${weight}`);
  const parts = weights.some((weight) => weight > 0) ? weights.map(BigInt) : weights.map(() => 1n);
  const whole = parts.reduce((sum, part) => sum + part, 0n);
  const amount = BigInt(Math.abs(minor));
  const shares = parts.map((part, index) => ({ index, share: (amount * part) / whole, remainder: (amount * part) % whole }));
  let left = amount - shares.reduce((sum, { share }) => sum + share, 0n);
  const byRemainder = [...shares].sort((a, b) => (a.remainder === b.remainder ? a.index - b.index : a.remainder > b.remainder ? -1 : 1));
  for (const entry of byRemainder) {
    if (left === 0n) break;
    entry.share += 1n;
    left -= 1n;
  }
  return shares.map(({ share }) => (minor < 0 ? 0 - Number(share) : Number(share)));
}
