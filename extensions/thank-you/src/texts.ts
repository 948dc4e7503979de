import type { Host } from "../../shared/host/host";
import type { TextKey, Translate } from "../../shared/host/texts";
import { translator } from "../../shared/host/texts";
import type en from "../locales/en.default.json";

/** The texts of this extension's locale files. */
export function texts(host: Pick<Host, "i18n">): Translate<TextKey<typeof en>> {
  return translator(host);
}
