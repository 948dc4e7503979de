import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import type { Language } from "../../app/i18n/languages";
import { root } from "../setup/paths";

const folder = path.join(root, "app/i18n");

/** The files of a language's texts. */
export function catalogueFiles(language: Language): string[] {
  return readdirSync(path.join(folder, language));
}

/** Every text of such a file by its key. */
export function textsOf(language: Language, file: string): Map<string, string> {
  const found = new Map<string, string>();
  const walk = (node: unknown, key: string) => {
    if (typeof node === "string") found.set(key, node);
    else for (const [name, below] of Object.entries(node as Record<string, unknown>)) walk(below, `${key}.${name}`);
  };
  walk(JSON.parse(readFileSync(path.join(folder, language, file), "utf8")), "");
  return found;
}

/** What stands on the page in this language where an English one has the text; the text itself where the catalogues don't know it. */
export function wordsIn(language: Language): (english: string) => string {
  if (language === "en") return (english) => english;
  const pairs = catalogueFiles("en").flatMap((file) => {
    const others = textsOf(language, file);
    return [...textsOf("en", file)].map(([key, english]) => ({ english, other: others.get(key) ?? english }));
  });
  return (english) => pairs.find((pair) => pair.english === english)?.other ?? filledIn(pairs, english) ?? english;
}

/** What stands around a text's places for values, as patterns. */
export function partsOf(text: string): string[] {
  return text.split(/\{\{[^}]*\}\}/).map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&"));
}

/** The same of a text with values in it, which are not translated. */
function filledIn(pairs: readonly { english: string; other: string }[], text: string): string | null {
  for (const { english, other } of pairs) {
    const names = [...english.matchAll(place)].map(([, name]) => name);
    if (names.length === 0 || english.replaceAll(place, "").length < 5) continue;
    const found = new RegExp(`^${partsOf(english).join("(.+)")}$`).exec(text);
    if (found) return other.replaceAll(place, (whole, name: string) => found[names.indexOf(name) + 1] ?? whole);
  }
  return null;
}

const place = /\{\{(\w+)[^}]*\}\}/g;
