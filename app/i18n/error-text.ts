import type { TFunction } from "i18next";

/** A message of the domain's schemas, which are English sentences, in the reader's language; one without a translation stays as it is. */
export function errorText(t: TFunction, message: string): string {
  // Which message comes is known at run time only, so its type can't be a key's. Dots and colons are part of the sentence.
  const translate = t as unknown as (key: string, options: object) => string;
  return translate(message, { ns: "errors", keySeparator: false, nsSeparator: false, defaultValue: message });
}
