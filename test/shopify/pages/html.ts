/** Markup that is safe to send: made by `html` or vouched for by `trusted`. */
export class Html {
  readonly markup: string;

  constructor(markup: string) {
    this.markup = markup;
  }

  toString(): string {
    return this.markup;
  }
}

export type HtmlValue = Html | string | number | boolean | null | undefined | readonly HtmlValue[];

const ENTITIES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;", "`": "&#96;" };

/** Text made inert for element content and for quoted attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"'`]/g, (character) => ENTITIES[character] ?? character);
}

/** Template tag: every value is escaped unless it is Html; lists are joined; null, undefined and booleans vanish. */
export function html(strings: TemplateStringsArray, ...values: HtmlValue[]): Html {
  return new Html(strings.reduce((markup, part, index) => markup + toMarkup(values[index - 1]) + part));
}

/** Marks markup of our own (never anything from a shop or a shopper) as safe. */
export function trusted(markup: string): Html {
  return new Html(markup);
}

/** JSON for a script element of type application/json: no sequence in it can end the element. */
export function jsonScript(id: string, value: unknown): Html {
  const json = JSON.stringify(value).replace(/[<>&\u2028\u2029]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`);
  return new Html(`<script type="application/json" id="${escapeHtml(id)}">${json}</script>`);
}

function toMarkup(value: HtmlValue): string {
  if (value instanceof Html) return value.markup;
  if (value === null || value === undefined || typeof value === "boolean") return "";
  if (typeof value === "object") return value.map(toMarkup).join("");
  return escapeHtml(String(value));
}
