import type { Frame } from "playwright-core";
import { catalogueFiles, partsOf, textsOf } from "./catalogue-texts";

/** What stands on a page, or is told to screen readers, in English although it has German words; `names` are the shop's own. */
export async function englishLeft(app: Frame, names: readonly string[]): Promise<string[]> {
  const found = await app.evaluate(() => {
    // What is copied into a theme or a template is no text of the page.
    const texts = new Set<string>();
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const { parentElement, textContent } = walker.currentNode;
      if (parentElement && !parentElement.closest("script, style, textarea, .Polaris-TextField__Resizer")) texts.add((textContent ?? "").trim());
    }
    for (const name of ["aria-label", "placeholder", "title", "alt"]) {
      for (const element of document.querySelectorAll(`[${name}]`)) texts.add((element.getAttribute(name) ?? "").trim());
    }
    return [...texts];
  });
  return found.filter((text) => text !== "" && !names.includes(text) && (isEnglish(text) || isUntranslated(text)));
}

const patterns = englishPatterns();

function isEnglish(text: string): boolean {
  return patterns.exact.has(text) || patterns.withValues.some((pattern) => pattern.test(text));
}

/** A key that has no text, or a place for a value that was not given. */
function isUntranslated(text: string): boolean {
  return /^[a-z]+:[a-z]\w*(\.\w+)+$/i.test(text) || /\{\{|\}\}/.test(text);
}

/** English texts that read otherwise in German; those with values where enough stands around them to know them by. */
function englishPatterns(): { exact: Set<string>; withValues: RegExp[] } {
  const exact = new Set<string>();
  // "Export" is a German word as well.
  const german = new Set(catalogueFiles("de").flatMap((file) => [...textsOf("de", file).values()]));
  const withValues: RegExp[] = [];
  for (const file of catalogueFiles("en")) {
    for (const text of textsOf("en", file).values()) {
      if (german.has(text)) continue;
      if (!text.includes("{{")) exact.add(text);
      else if (text.replaceAll(/\{\{[^}]*\}\}/g, "").replaceAll(/[^a-z]/gi, "").length >= 8) {
        withValues.push(new RegExp(`^${partsOf(text).join(".+")}$`));
      }
    }
  }
  return { exact, withValues };
}
