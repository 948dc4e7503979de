import { formatFixed } from "../store/money";

const formats = new Map<string, Intl.NumberFormat>();

/** Minor units as a price that people read, e.g. "£12.50". */
export function priceText(minor: number, currency: string, locale = "en-GB"): string {
  const key = `${locale} ${currency}`;
  const format = formats.get(key) ?? new Intl.NumberFormat(locale, { style: "currency", currency });
  formats.set(key, format);
  return format.format(Number(formatFixed(minor, currency)));
}
