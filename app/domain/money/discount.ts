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
