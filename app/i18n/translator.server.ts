import { createInstance } from "i18next";
import type { i18n, Resource, TFunction } from "i18next";
import { addFormats } from "./formats";
import { languages, requestLanguage } from "./languages";
import type { Language } from "./languages";
import { sharedOptions } from "./options";

/** Every catalogue, as "./en/offers.json". */
const catalogues = import.meta.glob<Record<string, unknown>>("./{en,de}/*.json", { eager: true, import: "default" });

function resources(): Resource {
  const found: Record<string, Record<string, Record<string, unknown>>> = {};
  for (const [path, texts] of Object.entries(catalogues)) {
    const [, language = "", file = ""] = path.split("/");
    (found[language] ??= {})[file.replace(".json", "")] = texts;
  }
  return found;
}

const instances = new Map<Language, i18n>();

/** The texts of one language, all of them; shared by every request, as no page changes its language. */
export function textsIn(language: Language): i18n {
  let found = instances.get(language);
  if (!found) {
    found = createInstance();
    void found.init({ ...sharedOptions, lng: language, preload: languages, resources: resources() });
    addFormats(found);
    instances.set(language, found);
  }
  return found;
}

/** `t` for loaders and actions: in the language of who asks. */
export function translator(request: Request): TFunction {
  return textsIn(requestLanguage(request)).t;
}
