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

/** The name of any country code in a language, the code itself when there is none. */
export function countryName(code: string, language = "en"): string {
  try {
    return new Intl.DisplayNames(language, { type: "region" }).of(code) ?? code;
  } catch {
    return code;
  }
}
