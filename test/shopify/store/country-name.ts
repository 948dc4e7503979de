let names: Intl.DisplayNames | null = null;

/** The English name of an ISO 3166 code, or the code itself when it has none. */
export function countryName(code: string): string {
  names ??= new Intl.DisplayNames("en", { type: "region" });
  return names.of(code) ?? code;
}
