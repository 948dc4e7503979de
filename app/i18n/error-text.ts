import type { TFunction } from "i18next";

/** A number, something in quotation marks, or codes of currencies. */
const value = /\d+(?:,\d{3})*|“[^”]*”|\b[A-Z]{3}\b(?:, [A-Z]{3}\b)*/g;

/**
 * A message of the domain's schemas, which are English sentences, in the reader's language. In the catalogue it stands
 * with `{{a}}`, `{{b}}` … for what varies; one that is not there stays as it is.
 */
export function errorText(t: TFunction, message: string): string {
  const { key, values } = messageKey(message);
  // Which message comes is known at run time only, so its type can't be a key's. Dots and colons are part of the sentence.
  const translate = t as unknown as (key: string, options: object) => string;
  const shown = Object.fromEntries(Object.entries(values).map(([name, text]) => [name, inLanguage(t, text)]));
  return translate(key, { ...shown, ns: "errors", keySeparator: false, nsSeparator: false, defaultValue: message });
}

/** "Use 2 to 1,000" as the key "Use {{a}} to {{b}}" and its values. */
export function messageKey(message: string): { key: string; values: Record<string, string> } {
  const values: Record<string, string> = {};
  const key = message.replace(value, (found) => {
    const name = String.fromCharCode("a".charCodeAt(0) + Object.keys(values).length);
    values[name] = found;
    return `{{${name}}}`;
  });
  return { key, values };
}

function inLanguage(t: TFunction, text: string): string {
  if (text.startsWith("“")) return t("common:quoted", { text: text.slice(1, -1) });
  return /^\d/.test(text) ? t("common:number", { value: Number(text.replaceAll(",", "")) }) : text;
}
