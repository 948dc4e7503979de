import { assertMinor } from "../money/money";
import { USAGE_BASIS_POINTS } from "./plans";

const whole = 10_000;

/** The fee on added revenue net of refunds, tax and shipping: rounded down, so that a part of a minor unit is the merchant's. Odd amounts below zero give back. */
export function feeOf(netMinor: number, basisPoints: number = USAGE_BASIS_POINTS): number {
  assertMinor(netMinor);
  // Split, so that the product stays a safe integer.
  const units = Math.floor(netMinor / whole);
  return units * basisPoints + Math.floor(((netMinor - units * whole) * basisPoints) / whole);
}

export interface TaxedLine {
  /** After discounts, for the quantity ordered. */
  totalMinor: number;
  taxMinor: number;
  /** Whether `totalMinor` holds the tax. */
  taxesIncluded: boolean;
}

/** The tax inside an amount of a line, in its line's proportion, rounded half up; nothing where tax comes on top. */
export function taxWithin(amountMinor: number, { totalMinor, taxMinor, taxesIncluded }: TaxedLine): number {
  if (!taxesIncluded || totalMinor === 0) return 0;
  return Number((BigInt(amountMinor) * BigInt(taxMinor) * 2n + BigInt(totalMinor)) / (BigInt(totalMinor) * 2n));
}
