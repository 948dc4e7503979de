/** Integer minor units with their ISO 4217 currency. `minor` is a safe integer and may be negative. */
export interface Money {
  minor: number;
  currency: string;
}

/**
 * Currencies that do not have two decimals, as Shopify counts them (Shopify/money, config/currency_iso.yml). It differs
 * from ISO 4217 in MGA and MRU only; `Intl` follows CLDR's display habits (HUF and IDR without decimals) and will not do.
 */
const WITHOUT_DECIMALS = new Set(
  "BIF BYR CLP DJF GNF ISK JPY KMF KRW MGA MRU PYG RWF UGX VND VUV XAF XOF XPF".split(" "),
);
const WITH_THREE_DECIMALS = new Set("BHD IQD JOD KWD LYD OMR TND".split(" "));

/** Decimal places of a currency's minor unit: 0, 2 or 3; a currency not known otherwise has 2. */
export function currencyExponent(currency: string): number {
  if (WITHOUT_DECIMALS.has(currency)) return 0;
  return WITH_THREE_DECIMALS.has(currency) ? 3 : 2;
}

/**
 * Minor units of a decimal string such as "12.50" or "-3"; zeros past the currency's decimals are allowed.
 * Throws a RangeError on anything else: exponents, separators, more decimals than the currency has, unsafe integers.
 */
export function parseMinor(decimal: string, currency: string): number {
  const exponent = currencyExponent(currency);
  const match = /^(-?)(\d{1,16})(?:\.(\d{1,20}))?$/.exec(decimal);
  const fraction = match?.[3] ?? "";
  if (!match || !/^0*$/.test(fraction.slice(exponent))) {
    throw new RangeError(`Not an amount of ${currency}: ${JSON.stringify(decimal.slice(0, 40))}`);
  }
  const minor = Number(`${match[2] ?? ""}${fraction.slice(0, exponent).padEnd(exponent, "0")}`);
  if (!Number.isSafeInteger(minor)) throw new RangeError(`Too large an amount of ${currency}`);
  return match[1] === "-" && minor !== 0 ? -minor : minor;
}

/** The decimal string of minor units with all of the currency's decimals: 1250 GBP is "12.50", 1250 JPY "1250". */
export function toDecimalString(minor: number, currency: string): string {
  assertMinor(minor);
  const exponent = currencyExponent(currency);
  const sign = minor < 0 ? "-" : "";
  const digits = String(Math.abs(minor)).padStart(exponent + 1, "0");
  if (exponent === 0) return sign + digits;
  return `${sign}${digits.slice(0, -exponent)}.${digits.slice(-exponent)}`;
}

/** The decimal number of minor units, for Shopify's changesets, which take numbers: 1250 GBP is 12.5. */
export function toDecimalNumber(minor: number, currency: string): number {
  // The nearest double of a decimal of at most 15 digits prints as that decimal again, so JSON carries it exactly.
  return Number(toDecimalString(minor, currency));
}

/** An amount for people, in the manner of a locale and with all of the currency's decimals. */
export function formatMinor(minor: number, currency: string, locale: string): string {
  return formatter(currency, locale).format(toDecimalString(minor, currency) as `${number}`); // digits, a point and a sign only
}

const formatters = new Map<string, Intl.NumberFormat>();

function formatter(currency: string, locale: string): Intl.NumberFormat {
  const key = `${locale} ${currency}`;
  let found = formatters.get(key);
  if (!found) {
    const decimals = currencyExponent(currency);
    const options = { style: "currency", currency, minimumFractionDigits: decimals, maximumFractionDigits: decimals } as const;
    found = new Intl.NumberFormat(locale, options);
    // Locales come from shoppers' browsers; a bound keeps made-up ones from growing the cache.
    if (formatters.size < 500) formatters.set(key, found);
  }
  return found;
}

/** Throws a RangeError unless the amount is a safe integer: adding fractions of a minor unit is always a mistake. */
export function assertMinor(minor: number): void {
  if (!Number.isSafeInteger(minor)) throw new RangeError(`Not an amount in minor units: ${minor}`);
}
