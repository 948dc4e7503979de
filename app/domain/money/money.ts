/** Integer minor units with their ISO 4217 currency. `minor` is a safe integer and may be negative. */
export interface Money {
  minor: number;
  currency: string;
}
