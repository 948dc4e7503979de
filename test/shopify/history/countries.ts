/** Names that histories use and that are not the English names of the CLDR. */
const ALIASES: Record<string, string> = {
  eire: "IE", usa: "US", uk: "GB", rsa: "ZA", "channel islands": "JE", "czech republic": "CZ", "hong kong": "HK", "united states of america": "US", "the netherlands": "NL", korea: "KR", "south korea": "KR", turkey: "TR",
};

let byName: Map<string, string> | null = null;

/** ISO 3166 code of a country's English name or code; empty when it is not one ("Unspecified", "European Community"). */
export function countryCode(name: string): string {
  byName ??= readNames();
  const key = name.trim().toLowerCase();
  return ALIASES[key] ?? byName.get(key) ?? "";
}

function readNames(): Map<string, string> {
  const names = new Intl.DisplayNames("en", { type: "region", fallback: "none" });
  const found = new Map<string, string>();
  const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
  for (const first of letters) {
    for (const second of letters) {
      const code = first + second;
      // Codes that were withdrawn (DD, UK) are written as their successor's.
      const [canonical] = Intl.getCanonicalLocales(`und-${code}`);
      const name = names.of(code);
      if (!name || canonical !== `und-${code}`) continue;
      found.set(name.toLowerCase(), code);
      found.set(code.toLowerCase(), code);
    }
  }
  return found;
}
