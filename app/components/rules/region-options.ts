export interface RegionOption {
  code: string;
  name: string;
}

/** ISO 3166-1 alpha-2 codes that Shopify ships to. */
const countryCodes =
  "AC AD AE AF AG AI AL AM AO AR AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BW BY BZ CA CC CD CF CG CH CI CK " +
  "CL CM CN CO CR CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS " +
  "GT GW GY HK HN HR HT HU ID IE IL IM IN IO IQ IS IT JE JM JO JP KE KG KH KI KM KN KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA " +
  "MC MD ME MF MG MK ML MM MN MO MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PS " +
  "PT PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SZ TA TC TD TF TG TH TJ TK TL TM TN TO TR TT TV " +
  "TW TZ UA UG UM US UY UZ VA VC VE VG VN VU WF WS XK YE YT ZA ZM ZW";

/** Languages that Shopify's checkout is translated to. */
const languageCodes = "ar bg cs da de el en es et fi fr he hi hr hu id it ja ko lt lv ms nb nl pl pt-BR pt-PT ro ru sk sl sv th tr uk vi zh-CN zh-TW";

const known = new Map<string, RegionOption[]>();

/** Every country with its name in a language, by name. */
export function countryOptions(language: string): RegionOption[] {
  return named(countryCodes.split(" "), "region", language);
}

/** Every currency the platform knows with its name in a language, by name. */
export function currencyOptions(language: string): RegionOption[] {
  return named(Intl.supportedValuesOf("currency"), "currency", language);
}

/** The checkout's languages with their names in a language, by name. */
export function languageOptions(language: string): RegionOption[] {
  return named(languageCodes.split(" "), "language", language);
}

function named(codes: readonly string[], type: "region" | "currency" | "language", language: string): RegionOption[] {
  const key = `${type} ${language}`;
  let found = known.get(key);
  if (!found) {
    const names = new Intl.DisplayNames(language, { type });
    found = codes.map((code) => ({ code, name: names.of(code) ?? code })).sort((a, b) => a.name.localeCompare(b.name, language));
    known.set(key, found);
  }
  return found;
}
