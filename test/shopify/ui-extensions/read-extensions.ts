import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { parse } from "smol-toml";
import { textOf } from "../input/text-of";

/** A metafield that an extension asks to be given. */
export interface MetafieldRequest {
  readonly namespace: string;
  readonly key: string;
}

/** A UI extension of the app as its configuration file describes it and Shopify's CLI built it. */
export interface UiExtension {
  /** Name of its folder. */
  readonly folder: string;
  readonly handle: string;
  readonly name: string;
  readonly apiVersion: string;
  readonly capabilities: readonly string[];
  readonly targets: readonly { readonly target: string; readonly metafields: readonly MetafieldRequest[] }[];
  readonly settings: readonly ExtensionSetting[];
  /** The scripts that the CLI built, absolute; none while it is not built. */
  readonly bundles: readonly string[];
  /** Texts by language, flat by dotted key; the default language is `defaultLocale`. */
  readonly locales: ReadonlyMap<string, Readonly<Record<string, string>>>;
  readonly defaultLocale: string;
}

export interface ExtensionSetting {
  readonly key: string;
  readonly type: string;
  readonly name: string;
  readonly description: string;
}

export type Table = Readonly<Record<string, unknown>>;

/** The configuration of each extension in a folder of extensions: one for each `[[extensions]]` of a file. */
export function readConfigurations(extensionsDir: string | null): { folder: string; table: Table; file: Table }[] {
  if (extensionsDir === null || !existsSync(extensionsDir)) return [];
  return readdirSync(extensionsDir).sort().flatMap((folder) => {
    const path = join(extensionsDir, folder, "shopify.extension.toml");
    if (!existsSync(path)) return [];
    const file: Table = parse(readFileSync(path, "utf8"));
    const tables = tablesOf(file["extensions"]);
    return (tables.length > 0 ? tables : [file]).map((table) => ({ folder, table, file }));
  });
}

/** The app's UI extensions, by folder. */
export function readUiExtensions(extensionsDir: string | null): UiExtension[] {
  return readConfigurations(extensionsDir)
    .filter(({ table }) => table["type"] === "ui_extension")
    .map(({ folder, table, file }) => describe(join(String(extensionsDir), folder), folder, table, file));
}

function describe(path: string, folder: string, table: Table, file: Table): UiExtension {
  const locales = readLocales(join(path, "locales"));
  const common = metafieldsOf(table);
  return {
    folder,
    handle: textOf(table["handle"], folder),
    name: titleOf(textOf(table["name"], folder), locales),
    apiVersion: textOf(file["api_version"], textOf(table["api_version"], "2026-07")),
    capabilities: Object.entries(tableOf(table["capabilities"])).flatMap(([name, value]) => capabilityNames(name, value)),
    targets: tablesOf(table["targeting"]).map((targeting) => {
      const own = metafieldsOf(targeting);
      return { target: textOf(targeting["target"]), metafields: own.length > 0 ? own : common };
    }),
    settings: tablesOf(tableOf(table["settings"])["fields"]).map((field) => ({
      key: textOf(field["key"]), type: textOf(field["type"]), name: textOf(field["name"]), description: textOf(field["description"]),
    })),
    bundles: listScripts(join(path, "dist")),
    ...locales,
  };
}

/** A name as it is written, or the text of the default language that "t:key" means. */
function titleOf(name: string, { locales, defaultLocale }: Pick<UiExtension, "locales" | "defaultLocale">): string {
  return name.startsWith("t:") ? (locales.get(defaultLocale)?.[name.slice(2)] ?? name) : name;
}

function capabilityNames(name: string, value: unknown): string[] {
  if (value === true) return [name];
  if (name === "collect_buyer_consent") return Object.entries(tableOf(value)).flatMap(([kind, on]) => (on === true ? [`${name}.${kind}`] : []));
  return [];
}

function metafieldsOf(table: Table): MetafieldRequest[] {
  return tablesOf(table["metafields"]).map((metafield) => ({ namespace: textOf(metafield["namespace"], "$app"), key: textOf(metafield["key"]) }));
}

function listScripts(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder).filter((file) => file.endsWith(".js")).sort().map((file) => join(folder, file));
}

function readLocales(folder: string): Pick<UiExtension, "locales" | "defaultLocale"> {
  const locales = new Map<string, Readonly<Record<string, string>>>();
  let defaultLocale = "en";
  for (const file of existsSync(folder) ? readdirSync(folder) : []) {
    const [, locale, isDefault] = /^([A-Za-z-]+)(\.default)?\.json$/.exec(file) ?? [];
    if (locale === undefined) continue;
    if (isDefault !== undefined) defaultLocale = locale;
    locales.set(locale, flatten(JSON.parse(readFileSync(join(folder, file), "utf8")) as unknown));
  }
  return { locales, defaultLocale };
}

/** Texts by their dotted key. */
export function flatten(texts: unknown, prefix = ""): Record<string, string> {
  return Object.fromEntries(Object.entries(tableOf(texts)).flatMap(([key, value]) => {
    const path = `${prefix}${key}`;
    return typeof value === "string" ? [[path, value] as const] : Object.entries(flatten(value, `${path}.`));
  }));
}

export function tableOf(value: unknown): Table {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : {};
}

export function tablesOf(value: unknown): Table[] {
  return Array.isArray(value) ? value.map(tableOf) : [];
}
