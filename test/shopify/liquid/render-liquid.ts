import { createHmac } from "node:crypto";
import type { Template } from "liquidjs";
import { Liquid, Tag } from "liquidjs";
import { priceText } from "../pages/price-text";

export interface LiquidExtras {
  /** Folder of snippets for `{% render %}`; none without. */
  readonly snippets?: string;
  /** Texts for `| t`, flat by dotted key. */
  readonly translations?: Readonly<Record<string, string>>;
  readonly currency?: string;
  readonly locale?: string;
  /** Where `| asset_url` leads. */
  readonly assetBase?: string;
}

/** Renders Liquid with the tags and filters that Shopify adds to the language; a filter that there is not is an error. */
export async function renderLiquid(source: string, scope: Readonly<Record<string, unknown>>, extras: LiquidExtras = {}): Promise<string> {
  const engine = createEngine(extras);
  // Snippets see Shopify's own objects, and of a block only what they are given.
  const { block: _, ...globals } = scope;
  const text: unknown = await engine.parseAndRender(source, { ...scope }, { globals });
  return String(text);
}

function createEngine({ snippets, translations = {}, currency = "GBP", locale = "en", assetBase = "" }: LiquidExtras): Liquid {
  const engine = new Liquid({ extname: ".liquid", strictFilters: true, ownPropertyOnly: false, ...(snippets === undefined ? { templates: {} } : { root: [snippets], partials: [snippets] }) });
  for (const name of ["schema", "doc", "javascript", "stylesheet"]) engine.registerTag(name, silentBlock(name));
  engine.registerFilter("t", (key: unknown, ...args: unknown[]) => translate(translations, String(key), args));
  engine.registerFilter("money", (minor: unknown) => priceText(Number(minor) || 0, currency, locale));
  engine.registerFilter("money_with_currency", (minor: unknown) => `${priceText(Number(minor) || 0, currency, locale)} ${currency}`);
  engine.registerFilter("image_url", (image: unknown) => {
    if (typeof image === "string") return image;
    return typeof image === "object" && image !== null && "src" in image ? String(image.src) : "";
  });
  engine.registerFilter("asset_url", (name: unknown) => `${assetBase}${String(name)}`);
  engine.registerFilter("script_tag", (url: unknown) => `<script src="${String(url)}"></script>`);
  engine.registerFilter("stylesheet_tag", (url: unknown) => `<link rel="stylesheet" href="${String(url)}">`);
  engine.registerFilter("hmac_sha256", (text: unknown, key: unknown) => createHmac("sha256", String(key)).update(String(text)).digest("hex"));
  engine.registerFilter("json", (value: unknown) => JSON.stringify(value ?? null));
  return engine;
}

/** A text by its key with `{{ placeholders }}` filled in; a missing one says so, as Shopify does. */
function translate(translations: Readonly<Record<string, string>>, key: string, args: readonly unknown[]): string {
  const values = new Map(args.flatMap((arg) => (Array.isArray(arg) ? [[String(arg[0]), String(arg[1])] as const] : [])));
  const text = translations[key];
  if (text === undefined) return `Translation missing: ${key}`;
  return text.replace(/\{\{\s*(\w+)\s*\}\}/g, (whole, name: string) => values.get(name) ?? whole);
}

/** A tag whose content is not shown: settings, documentation, and code that is served apart. */
function silentBlock(name: string) {
  return class extends Tag {
    constructor(...[token, remaining, liquid]: ConstructorParameters<typeof Tag>) {
      super(token, remaining, liquid);
      while (remaining.length > 0) {
        const next = remaining.shift();
        if (next && "name" in next && next.name === `end${name}`) return;
      }
      throw new Error(`{% ${name} %} is not closed`);
    }

    override *render(): Generator<Template, void> {
      // Nothing to show.
    }
  };
}
