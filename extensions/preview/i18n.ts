/** What `i18n` needs: the languages, the currency, and the extension's texts of one language, flat by dotted key. */
export interface BlockTexts {
  readonly language: string;
  readonly extensionLanguage: string;
  readonly currency: string;
  readonly translations: Readonly<Record<string, string>>;
}

type Replacements = Readonly<Record<string, unknown>>;

/** Shopify's `i18n`: numbers, money and dates by the buyer's language (or the extension's), texts with placeholders and plurals. */
export function createI18n(texts: BlockTexts, fail: (message: string) => void) {
  const localeOf = (options: { inExtensionLocale?: boolean } | undefined) => (options?.inExtensionLocale ? texts.extensionLanguage : texts.language);
  return {
    formatNumber: (number: number | bigint, options?: { inExtensionLocale?: boolean } & Intl.NumberFormatOptions) =>
      new Intl.NumberFormat(localeOf(options), options).format(number),
    formatCurrency: (number: number | bigint, options?: { inExtensionLocale?: boolean } & Intl.NumberFormatOptions) =>
      new Intl.NumberFormat(localeOf(options), { style: "currency", currency: texts.currency, ...options }).format(number),
    formatDate: (date: Date, options?: { inExtensionLocale?: boolean } & Intl.DateTimeFormatOptions) =>
      new Intl.DateTimeFormat(localeOf(options), options).format(date),
    translate: (key: string, options: Replacements = {}) => {
      const text = textFor(texts, key, options["count"]);
      if (text === undefined) {
        fail(`i18n.translate: locales/${texts.extensionLanguage}.json has no "${key}"`);
        return key;
      }
      return fillIn(text, texts.language, options);
    },
  };
}

/** A key itself, or its plural form ("key.one", "key.other") for a count. */
function textFor({ translations, extensionLanguage }: BlockTexts, key: string, count: unknown): string | undefined {
  if (typeof count === "number") {
    const form = new Intl.PluralRules(extensionLanguage).select(count);
    const plural = translations[`${key}.${form}`] ?? translations[`${key}.other`];
    if (plural !== undefined) return plural;
  }
  return translations[key];
}

/** The text with its `{{placeholders}}` filled in; a list of its parts when a replacement is no text, such as an element. */
export function fillIn(text: string, language: string, replacements: Replacements): unknown {
  const parts = text.split(/\{\{\s*(\w+)\s*\}\}/).map((part, index): unknown => {
    if (index % 2 === 0) return part;
    const value = replacements[part];
    if (value === undefined) return `{{${part}}}`;
    return typeof value === "number" ? new Intl.NumberFormat(language).format(value) : value;
  });
  return parts.every((part) => typeof part === "string") ? parts.join("") : parts.filter((part) => part !== "");
}
