import type { ReactNode } from "react";
import { I18nextProvider } from "react-i18next";
import { textsIn } from "../../app/i18n/translator.server";

/** Around a component under test: its texts in English. */
export function inEnglish(component: ReactNode) {
  return <I18nextProvider i18n={textsIn("en")}>{component}</I18nextProvider>;
}
