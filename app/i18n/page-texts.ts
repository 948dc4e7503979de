import type { FlatNamespace } from "i18next";

/** What a route's `handle` says: the namespaces that its page shows texts of, beside `common`. */
export interface PageTexts {
  texts: FlatNamespace[];
}

/** The namespaces of the page's routes, each once, `common` first. */
export function namespacesOf(matches: readonly { handle?: unknown }[]): FlatNamespace[] {
  return [...new Set<FlatNamespace>(["common", ...matches.flatMap(({ handle }) => (hasTexts(handle) ? handle.texts : []))])];
}

function hasTexts(handle: unknown): handle is PageTexts {
  return typeof handle === "object" && handle !== null && "texts" in handle && Array.isArray(handle.texts);
}
