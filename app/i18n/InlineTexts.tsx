import { useMatches } from "@remix-run/react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { namespacesOf } from "./page-texts";

export const inlineTextsId = "encore-texts";

/**
 * The texts of the page's first view, within the document: the browser has them before it starts, in one language and no
 * more than the page shows. Pages opened later fetch theirs (`texts.client.ts`).
 */
export function InlineTexts() {
  const { i18n } = useTranslation();
  const namespaces = namespacesOf(useMatches());
  // What was in the document stays, whichever page follows.
  const [json] = useState(() => JSON.stringify(Object.fromEntries(namespaces.map((name) => [name, i18n.getResourceBundle(i18n.language, name) as unknown]))));
  // No text can end the script's element.
  const content = json.replaceAll("<", "\\u003c");
  return <script id={inlineTextsId} type="application/json" suppressHydrationWarning dangerouslySetInnerHTML={{ __html: content }} />;
}
