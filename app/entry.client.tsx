import { RemixBrowser } from "@remix-run/react";
import { StrictMode, startTransition } from "react";
import { hydrateRoot } from "react-dom/client";
import { I18nextProvider } from "react-i18next";
import { tellLanguage } from "./i18n/tell-language";
import { documentTexts } from "./i18n/texts.client";

const texts = documentTexts();
tellLanguage(texts.language);

startTransition(() => {
  hydrateRoot(document, (
    <StrictMode>
      <I18nextProvider i18n={texts}><RemixBrowser /></I18nextProvider>
    </StrictMode>
  ));
});
