const CODES = [
  "GB", "IE", "DE", "FR", "ES", "IT", "NL", "PT", "BE", "CH", "AT", "SE", "DK", "FI", "NO", "PL", "US", "CA", "AU", "JP", "SG",
] as const;

const names = new Intl.DisplayNames("en", { type: "region" });

/** The countries that the local shops deliver to, home first. */
export const COUNTRIES = CODES.map((code) => ({ code, name: names.of(code) ?? code }));

/** True for a country that can be delivered to. */
export function isCountry(code: unknown): code is string {
  return typeof code === "string" && COUNTRIES.some((country) => country.code === code);
}

/** The English name of any country code, the code itself when there is none. */
export function countryName(code: string): string {
  try {
    return names.of(code) ?? code;
  } catch {
    return code;
  }
}
