import type { Host } from "./host";

/** Shopify's currencies that do not have two decimals, as the app counts them (app/domain/money). */
const WITHOUT_DECIMALS = "BIF BYR CLP DJF GNF ISK JPY KMF KRW MGA MRU PYG RWF UGX VND VUV XAF XOF XPF";
const WITH_THREE_DECIMALS = "BHD IQD JOD KWD LYD OMR TND";

export interface Currency {
  currency: string;
  /** Decimal places of its minor unit. */
  currencyExponent: number;
}

/** Minor units as Shopify's formatter writes them in the shopper's language. */
export function formatMinor(host: Pick<Host, "i18n">, minor: number, { currency, currencyExponent }: Currency): string {
  return host.i18n.formatCurrency(Number((minor / 10 ** currencyExponent).toFixed(currencyExponent)), { currency });
}

/** Shopify's decimal amounts in minor units, rounded to the nearest. */
export function toMinor(amount: number, currency: string): number {
  return Math.round(amount * 10 ** exponentOf(currency));
}

function exponentOf(currency: string): number {
  if (WITHOUT_DECIMALS.includes(currency)) return 0;
  return WITH_THREE_DECIMALS.includes(currency) ? 3 : 2;
}
