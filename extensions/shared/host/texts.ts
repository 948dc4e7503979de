import type { Host } from "./host";

/** Keys of a locale file; a text with plural forms is one key. */
export type TextKey<Locale> = Extract<keyof Locale, string>;

/** A text in the shopper's language. A missing key does not compile: every extension names those of its own locale file. */
export type Translate<Key extends string> = (key: Key, replacements?: Record<string, string | number>) => string;

/** A shop's own words, by key. */
export type Words = Readonly<Record<string, string>>;

/** What is said aloud of a button holds the words on it: "addLabel" goes with "add". */
const ending = "Label";

export function translator<Key extends string>(host: Pick<Host, "i18n">, words: Words = {}): Translate<Key> {
  return (key, replacements) => {
    const own = words[key] ?? (key.endsWith(ending) ? words[key.slice(0, -ending.length)] : undefined);
    if (own === undefined) return host.i18n.translate(key, replacements);
    const title = replacements?.["title"];
    return title === undefined ? own : `${own}: ${String(title)}`;
  };
}
