/** The languages of the admin's pages; the first is for everybody else. */
export const languages = ["en", "de"] as const;
export type Language = (typeof languages)[number];

/** The language of a BCP 47 tag, "de-AT" being "de"; null when there are no texts in it. */
export function languageOf(tag: string): Language | null {
  const [primary = ""] = tag.trim().toLowerCase().split("-");
  return languages.find((known) => known === primary) ?? null;
}

/**
 * The language to answer a request in: what the Shopify admin asks for with `locale` when it opens a page, else the first
 * one known of `Accept-Language`, which requests for data carry in the admin's language too (`tell-language.ts`).
 */
export function requestLanguage(request: Request): Language {
  const asked = languageOf(new URL(request.url).searchParams.get("locale") ?? "");
  if (asked !== null) return asked;
  for (const tag of tagsByQuality(request.headers.get("accept-language") ?? "")) {
    const known = languageOf(tag);
    if (known !== null) return known;
  }
  return languages[0];
}

/** "de;q=0.8, en" as ["en", "de"]; a header is read up to a length that no browser sends. */
function tagsByQuality(header: string): string[] {
  return header.slice(0, 500).split(",")
    .map((part) => {
      const [tag = "", ...parameters] = part.split(";");
      const quality = parameters.find((parameter) => parameter.trim().startsWith("q="))?.trim().slice(2);
      return { tag, quality: quality === undefined ? 1 : Number(quality) || 0 };
    })
    .filter(({ quality }) => quality > 0)
    .sort((one, other) => other.quality - one.quality)
    .map(({ tag }) => tag);
}
