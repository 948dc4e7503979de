/** Amounts as the shopper's language writes them; a locale that the browser does not know falls back to English. */
export function moneyFormatter(locale: string, currency: string): (amount: number) => string {
  const format = numberFormat(locale, currency);
  return (amount) => format.format(amount);
}

/** Minor units as a decimal amount of a currency with `exponent` decimal places. */
export function majorUnits(minor: number, exponent: number): number {
  return Number((minor / Math.pow(10, exponent)).toFixed(exponent));
}

/** The reverse of majorUnits for Shopify's decimal strings, rounded to the nearest minor unit. */
export function minorUnits(amount: string | number, exponent: number): number {
  return Math.round(Number(amount) * Math.pow(10, exponent));
}

function numberFormat(locale: string, currency: string): Intl.NumberFormat {
  const options = { style: "currency", currency } as const;
  try {
    return new Intl.NumberFormat(locale, options);
  } catch {
    return new Intl.NumberFormat("en", options);
  }
}
