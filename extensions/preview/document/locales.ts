import checkoutDe from "../../checkout/locales/de.json";
import checkoutEn from "../../checkout/locales/en.default.json";
import checkoutEs from "../../checkout/locales/es.json";
import checkoutFr from "../../checkout/locales/fr.json";
import checkoutIt from "../../checkout/locales/it.json";
import checkoutJa from "../../checkout/locales/ja.json";
import checkoutNl from "../../checkout/locales/nl.json";
import checkoutPt from "../../checkout/locales/pt.json";
import accountDe from "../../customer-account/locales/de.json";
import accountEn from "../../customer-account/locales/en.default.json";
import accountEs from "../../customer-account/locales/es.json";
import accountFr from "../../customer-account/locales/fr.json";
import accountIt from "../../customer-account/locales/it.json";
import accountJa from "../../customer-account/locales/ja.json";
import accountNl from "../../customer-account/locales/nl.json";
import accountPt from "../../customer-account/locales/pt.json";
import orderStatusDe from "../../order-status/locales/de.json";
import orderStatusEn from "../../order-status/locales/en.default.json";
import orderStatusEs from "../../order-status/locales/es.json";
import orderStatusFr from "../../order-status/locales/fr.json";
import orderStatusIt from "../../order-status/locales/it.json";
import orderStatusJa from "../../order-status/locales/ja.json";
import orderStatusNl from "../../order-status/locales/nl.json";
import orderStatusPt from "../../order-status/locales/pt.json";
import thankYouDe from "../../thank-you/locales/de.json";
import thankYouEn from "../../thank-you/locales/en.default.json";
import thankYouEs from "../../thank-you/locales/es.json";
import thankYouFr from "../../thank-you/locales/fr.json";
import thankYouIt from "../../thank-you/locales/it.json";
import thankYouJa from "../../thank-you/locales/ja.json";
import thankYouNl from "../../thank-you/locales/nl.json";
import thankYouPt from "../../thank-you/locales/pt.json";
import type { BlockPlacement } from "../../../app/domain/placements/contract";
import type { ShopperLanguage } from "../../../app/domain/placements/shopper-language";

/** A locale file: texts, and plural forms of a text below its key. */
type LocaleFile = Readonly<Record<string, string | Readonly<Record<string, string>>>>;

const files: Record<BlockPlacement, Record<ShopperLanguage, LocaleFile>> = {
  checkout: { de: checkoutDe, en: checkoutEn, es: checkoutEs, fr: checkoutFr, it: checkoutIt, ja: checkoutJa, nl: checkoutNl, pt: checkoutPt },
  "thank-you": { de: thankYouDe, en: thankYouEn, es: thankYouEs, fr: thankYouFr, it: thankYouIt, ja: thankYouJa, nl: thankYouNl, pt: thankYouPt },
  "order-status": { de: orderStatusDe, en: orderStatusEn, es: orderStatusEs, fr: orderStatusFr, it: orderStatusIt, ja: orderStatusJa, nl: orderStatusNl, pt: orderStatusPt },
  account: { de: accountDe, en: accountEn, es: accountEs, fr: accountFr, it: accountIt, ja: accountJa, nl: accountNl, pt: accountPt },
};

/** The texts of a placement's extension, flat by dotted key as Shopify's `i18n` reads them. */
export function textsOf(placement: BlockPlacement, language: ShopperLanguage): Record<string, string> {
  const flat = Object.entries(files[placement][language]).flatMap(([key, text]) =>
    typeof text === "string" ? [[key, text] as const] : Object.entries(text).map(([form, plural]) => [`${key}.${form}`, plural] as const));
  return Object.fromEntries(flat);
}
