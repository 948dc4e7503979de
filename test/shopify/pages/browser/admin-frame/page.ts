import { adminWord } from "../../admin-words";

/** A word of the shell in the page's language. */
export function say(english: string): string {
  return adminWord(document.documentElement.lang, english);
}

/** The element of an id that the server's page has; throws when it has not. */
export function byId(id: string): HTMLElement {
  const element = document.getElementById(id);
  if (!element) throw new Error(`The page has no #${id}`);
  return element;
}

export async function getJson<Result>(url: string): Promise<Result> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url} answered ${response.status}`);
  const result: Result = await response.json();
  return result;
}

/** An element with a class and text; text is never read as markup. */
export function element<Tag extends keyof HTMLElementTagNameMap>(tag: Tag, className = "", text = ""): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  made.className = className;
  made.textContent = text;
  return made;
}

/** A button that does one thing. */
export function button(label: string, className: string, press: () => void): HTMLButtonElement {
  const made = element("button", className, label);
  made.type = "button";
  made.addEventListener("click", press);
  return made;
}
