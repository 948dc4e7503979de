import { currencyExponent } from "../../../app/domain/money/money";

/** Decimal places as Shopify counts them (its published currency table, which `Intl` does not follow: HUF has 2, MGA 0). */
export const exponentOf = currencyExponent;

/** Minor units as Shopify's decimal string; Shopify writes at least one decimal ("10.0") and trims further zeros in GraphQL. */
export function formatDecimal(minor: number, currency: string): string {
  const fixed = formatFixed(minor, currency);
  if (!fixed.includes(".")) return `${fixed}.0`;
  return fixed.replace(/(\.\d+?)0+$/, "$1");
}

/** Minor units as the fixed-point string that webhook payloads carry ("10.00", JPY "1000"). */
export function formatFixed(minor: number, currency: string): string {
  const exponent = exponentOf(currency);
  if (exponent === 0) return String(minor);
  const sign = minor < 0 ? "-" : "";
  const digits = String(Math.abs(minor)).padStart(exponent + 1, "0");
  return `${sign}${digits.slice(0, -exponent)}.${digits.slice(-exponent)}`;
}

/** A decimal string or number as minor units, rounded half away from zero; throws on anything that is not a number. */
export function parseDecimal(amount: string | number, currency: string): number {
  const value = Number(amount);
  if (amount === "" || !Number.isFinite(value)) throw new Error(`Not an amount of money: ${amount}`);
  const scaled = Number((Math.abs(value) * 10 ** exponentOf(currency)).toFixed(4));
  return Math.sign(value) * Math.round(scaled) || 0;
}
