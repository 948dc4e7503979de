import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { gid } from "../../store/ids";
import type { Product, Shop } from "../../store/model";
import type { DropContext } from "../../liquid/drops";
import { metafieldsDrop, productDrop, shopDrop } from "../../liquid/drops";
import { renderLiquid } from "../../liquid/render-liquid";
import { flatten, readConfigurations, tableOf, tablesOf } from "../../ui-extensions/read-extensions";
import type { Table } from "../../ui-extensions/read-extensions";
import type { Html } from "../html";
import { html, jsonScript, trusted } from "../html";
import type { PageServices } from "../services";

interface ThemeBlock {
  readonly folder: string;
  readonly handle: string;
  readonly source: string;
  readonly schema: Table;
}

export const NO_THEME_BLOCKS = { section: html``, body: html`` };

/** Blocks of the app's theme extensions that a product page shows: in its section, and at the end of the body. */
export async function themeBlocks(services: PageServices, shop: Shop, product: Product, locale: string): Promise<{ section: Html; body: Html }> {
  if (!shop.installation || services.extensionsDir === null) return NO_THEME_BLOCKS;
  const blocks = readThemeBlocks(services.extensionsDir).filter(({ handle, schema }) => !shop.merchant.hiddenThemeBlocks.includes(handle) && isForProducts(schema));
  if (blocks.length === 0) return NO_THEME_BLOCKS;
  const context: DropContext = { origin: services.store.origin, shop, appId: services.app.id };
  const rendered = await Promise.all(blocks.map(async (block) => ({ target: block.schema["target"], markup: await renderBlock(context, block, product, locale, services.extensionsDir ?? "") })));
  const of = (target: string) => html`${rendered.filter((block) => block.target === target).map(({ markup }) => markup)}`;
  // What every storefront of Shopify has, for the scripts of the blocks.
  const globals = html`<script>window.Shopify = { routes: { root: ${jsonText(`/shop/${shop.handle}/`)} }, locale: ${jsonText(locale)}, customerPrivacy: { marketingAllowed: () => true, analyticsProcessingAllowed: () => true }, loadFeatures: (features, done) => done && done() };</script>`;
  return { section: html`${globals}${of("section")}`, body: of("body") };
}

function jsonText(value: string): Html {
  return trusted(jsonScript("x", value).markup.replace(/^<script[^>]*>|<\/script>$/g, ""));
}

async function renderBlock(context: DropContext, { folder, handle, source, schema }: ThemeBlock, product: Product, locale: string, extensionsDir: string): Promise<Html> {
  const { origin, shop } = context;
  const assetBase = `/_assets/theme/${folder}/`;
  const settings = Object.fromEntries(tablesOf(schema["settings"]).flatMap((setting) => (typeof setting["id"] === "string" ? [[setting["id"], setting["default"] ?? null]] : [])));
  const scope = {
    product: productDrop(context, product),
    shop: { ...shopDrop(origin, shop), metafields: metafieldsDrop(context, gid("Shop", shop.id)) },
    block: { id: `${handle}-1`, type: `shopify://apps/encore/blocks/${handle}`, settings, shopify_attributes: "" },
    routes: { cart_add_url: `/shop/${shop.handle}/cart/add`, cart_url: `/shop/${shop.handle}/cart`, root_url: `/shop/${shop.handle}/` },
    request: { locale: { iso_code: locale }, page_type: "product" },
    localization: { language: { iso_code: locale }, country: { iso_code: shop.countryCode } },
    template: { name: "product" },
  };
  const markup = await renderLiquid(source, scope, {
    snippets: join(extensionsDir, folder, "snippets"), translations: readTexts(join(extensionsDir, folder, "locales"), locale), currency: shop.currency, locale, assetBase,
  });
  const link = (name: unknown, tag: (url: string) => Html) => (typeof name === "string" ? tag(`${assetBase}${name}`) : "");
  return html`${link(schema["stylesheet"], (url) => html`<link rel="stylesheet" href="${url}">`)}<div class="shopify-block" data-theme-block="${handle}">${trusted(markup)}</div>${link(schema["javascript"], (url) => html`<script src="${url}" defer></script>`)}`;
}

function isForProducts(schema: Table): boolean {
  const { templates } = tableOf(schema["enabled_on"]);
  return !Array.isArray(templates) || templates.includes("product") || templates.includes("*");
}

function readThemeBlocks(extensionsDir: string): ThemeBlock[] {
  return themeFolders(extensionsDir).flatMap((folder) => {
    const blocks = join(extensionsDir, folder, "blocks");
    if (!existsSync(blocks)) return [];
    return readdirSync(blocks).filter((file) => file.endsWith(".liquid")).sort().map((file) => {
      const source = readFileSync(join(blocks, file), "utf8");
      const [, schema = "{}"] = /\{%-?\s*schema\s*-?%\}([\s\S]*?)\{%-?\s*endschema\s*-?%\}/.exec(source) ?? [];
      return { folder, handle: file.replace(/\.liquid$/, ""), source, schema: tableOf(JSON.parse(schema)) };
    });
  });
}

function themeFolders(extensionsDir: string): string[] {
  return readConfigurations(extensionsDir).filter(({ table }) => table["type"] === "theme").map(({ folder }) => folder);
}

/** Texts of the storefront in a language, with those of the default language where it has none. */
function readTexts(folder: string, locale: string): Readonly<Record<string, string>> {
  const files = existsSync(folder) ? readdirSync(folder).filter((file) => !file.includes(".schema.")) : [];
  const read = (file: string | undefined) => (file === undefined ? {} : flatten(JSON.parse(readFileSync(join(folder, file), "utf8")) as unknown));
  const fitting = files.find((file) => file === `${locale}.json`) ?? files.find((file) => file.startsWith(`${locale}-`));
  return { ...read(files.find((file) => file.includes(".default."))), ...read(fitting) };
}

/** A file of a theme extension's assets by its name, or null. */
export function findThemeAsset(extensionsDir: string | null, folder: string, file: string): string | null {
  if (extensionsDir === null || !themeFolders(extensionsDir).includes(folder)) return null;
  const assets = join(extensionsDir, folder, "assets");
  return existsSync(assets) && readdirSync(assets).includes(file) ? join(assets, file) : null;
}
