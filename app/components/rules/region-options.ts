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

let languages: RegionOption[] | null = null;
let countries: RegionOption[] | null = null;
let currencies: RegionOption[] | null = null;

/** Every country with its English name, by name. */
export function countryOptions(): RegionOption[] {
  countries ??= named(countryCodes.split(" "), "region");
  return countries;
}

/** Every currency the platform knows with its English name, by name. */
export function currencyOptions(): RegionOption[] {
  currencies ??= named(Intl.supportedValuesOf("currency"), "currency");
  return currencies;
}

/** The checkout's languages with their English names, by name. */
export function languageOptions(): RegionOption[] {
  languages ??= named(languageCodes.split(" "), "language");
  return languages;
}

function named(codes: readonly string[], type: "region" | "currency" | "language"): RegionOption[] {
  const names = new Intl.DisplayNames("en", { type });
  return codes
    .map((code) => ({ code, name: names.of(code) ?? code }))
    .sort((a, b) => a.name.localeCompare(b.name, "en"));
}
