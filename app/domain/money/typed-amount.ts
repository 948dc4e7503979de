import { currencyExponent, parseMinor } from "./money";

/**
 * Minor units of an amount as staff type it, with a decimal point or comma; null when it is none of this currency. More digits behind the
 * mark than the currency has are refused: nobody can tell whether "1,000" is meant as one or as a thousand.
 */
export function typedMinor(typed: string, currency: string): number | null {
  const match = /^(-?\d{1,16})(?:[.,](\d{1,3}))?$/.exec(typed.trim());
  const [, whole = "", fraction = ""] = match ?? [];
  if (!match || fraction.length > currencyExponent(currency)) return null;
  try {
    return parseMinor(fraction === "" ? whole : `${whole}.${fraction}`, currency);
  } catch {
    return null;
  }
}
