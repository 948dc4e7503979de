/** The languages a shopper can choose, each named in itself. */
export const LANGUAGES = [
  { code: "en", name: "English" },
  { code: "de", name: "Deutsch" },
  { code: "fr", name: "Français" },
  { code: "es", name: "Español" },
  { code: "it", name: "Italiano" },
  { code: "nl", name: "Nederlands" },
  { code: "pt", name: "Português" },
  { code: "ja", name: "日本語" },
] as const;

export type Language = (typeof LANGUAGES)[number]["code"];

/** The language of a tag such as "de" or "de-CH"; English when the shop does not speak it. */
export function languageOf(tag: unknown): Language {
  const primary = typeof tag === "string" ? tag.toLowerCase().split("-")[0] : "";
  return LANGUAGES.find(({ code }) => code === primary)?.code ?? "en";
}
