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
