/** A line of an order with what is known of its tax. */
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
