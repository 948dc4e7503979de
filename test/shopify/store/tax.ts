/** Standard rates; a country that is not listed is not taxed. */
const RATES: Record<string, number> = {
  GB: 0.2, DE: 0.19, FR: 0.2, ES: 0.21, IT: 0.22, NL: 0.21, PT: 0.23, BE: 0.21, IE: 0.23, AT: 0.2, SE: 0.25,
  DK: 0.25, FI: 0.255, PL: 0.23, NO: 0.25, CH: 0.081, AU: 0.1, JP: 0.1, CA: 0.05, US: 0.0725, SG: 0.09,
};

export function taxRate(countryCode: string): number {
  return RATES[countryCode] ?? 0;
}

export function taxTitle(countryCode: string): string {
  if (countryCode === "US") return "Sales tax";
  return ["AU", "CA", "SG"].includes(countryCode) ? "GST" : "VAT";
}

/** The tax in an amount when prices include it, the tax on top of it when they do not; minor units. */
export function taxOn(amount: number, rate: number, included: boolean): number {
  return Math.round(included ? (amount * rate) / (1 + rate) : amount * rate);
}
