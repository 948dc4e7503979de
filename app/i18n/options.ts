import type { InitOptions } from "i18next";
import { languages } from "./languages";

/** Of every instance, on the server and in the browser. */
export const sharedOptions = {
  supportedLngs: [...languages],
  // Both catalogues are complete (a test holds them to it), so another language never has to be fetched.
  fallbackLng: false,
  defaultNS: "common",
  // What is known at the start is known at once: no page waits for a promise.
  initAsync: false,
  interpolation: { escapeValue: false },
} satisfies InitOptions;
