import type { Host } from "./host";

/** Keys of a locale file; a text with plural forms is one key. */
export type TextKey<Locale> = Extract<keyof Locale, string>;

/** A text in the shopper's language. A missing key does not compile: every extension names those of its own locale file. */
export type Translate<Key extends string> = (key: Key, replacements?: Record<string, string | number>) => string;

export function translator<Key extends string>(host: Pick<Host, "i18n">): Translate<Key> {
  return (key, replacements) => host.i18n.translate(key, replacements);
}
