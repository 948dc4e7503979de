import type { Host } from "../../shared/host/host";
import type { TextKey, Translate, Words } from "../../shared/host/texts";
import { translator } from "../../shared/host/texts";
import type en from "../locales/en.default.json";

/** The texts of this extension's locale files, and in place of some the shop's own words. */
export function texts(host: Pick<Host, "i18n">, words: Words = {}): Translate<TextKey<typeof en>> {
  return translator(host, words);
}
