import { createInstance } from "i18next";
import type { BackendModule, i18n, ResourceKey, ResourceLanguage } from "i18next";
import { initReactI18next } from "react-i18next";
import { addFormats } from "./formats";
import { inlineTextsId } from "./InlineTexts";
import { languageOf } from "./languages";
import { sharedOptions } from "./options";

const catalogues = import.meta.glob<ResourceKey>("./{en,de}/*.json", { import: "default" });

/** Fetches one namespace in one language: a file of its own in the build. */
const backend: BackendModule = {
  type: "backend",
  init: () => undefined,
  read: (language, namespace, done) => {
    const load = catalogues[`./${language}/${namespace}.json`];
    const failed = (thrown: unknown) => done(thrown instanceof Error ? thrown : new Error(String(thrown)), false);
    if (load) load().then((texts) => done(null, texts), failed);
    else failed(`No texts ${namespace} in ${language}`);
  },
};

/** The document's language and texts, ready to draw with. */
export function documentTexts(): i18n {
  const language = languageOf(document.documentElement.lang) ?? "en";
  // Written by `InlineTexts` of the same build.
  const inline = JSON.parse(document.getElementById(inlineTextsId)?.textContent ?? "{}") as ResourceLanguage;
  const i18next = createInstance();
  void i18next.use(backend).use(initReactI18next).init({
    ...sharedOptions,
    lng: language,
    ns: Object.keys(inline),
    resources: { [language]: inline },
    partialBundledLanguages: true,
  });
  addFormats(i18next);
  return i18next;
}
