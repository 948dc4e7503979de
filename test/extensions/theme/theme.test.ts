import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { check } from "@shopify/theme-check-node";
import { expect, test } from "vitest";
import { root } from "../../setup/paths";

const theme = path.join(root, "extensions/theme");
const languages = ["de", "en.default", "es", "fr", "it", "ja", "nl", "pt-BR", "pt-PT"];

test("passes Shopify's theme check without an offence", async () => {
  const offenses = await check(theme, path.join(root, "test/extensions/theme/theme-check.yml"));
  expect(offenses.map(({ check: name, message, uri }) => `${name}: ${message} (${path.basename(uri)})`)).toEqual([]);
});

test("its scripts weigh less than 3 KB together", () => {
  const scripts = files("assets").filter((file) => file.endsWith(".js"));
  expect(scripts.length).toBeGreaterThan(0);
  const bytes = scripts.map((file) => gzipSync(readFileSync(path.join(theme, "assets", file)), { level: 9 }).length);
  expect(bytes.reduce((sum, size) => sum + size, 0)).toBeLessThan(3 * 1024);
});

test.each(["", ".schema"])("has every text%s in every language", (kind) => {
  expect(files("locales").filter((file) => file.includes(".schema.") === (kind !== ""))).toEqual(languages.map((language) => `${language}${kind}.json`));
  const english = keysOf(readLocale(`en.default${kind}.json`));
  for (const language of languages) {
    const texts = readLocale(`${language}${kind}.json`);
    expect(keysOf(texts)).toEqual(english);
    expect(valuesOf(texts).filter((text) => text.trim() === "")).toEqual([]);
  }
});

function files(folder: string): string[] {
  return readdirSync(path.join(theme, folder)).sort();
}

function readLocale(file: string): Record<string, Record<string, string>> {
  // Locale files hold texts by group.
  return JSON.parse(readFileSync(path.join(theme, "locales", file), "utf8")) as Record<string, Record<string, string>>;
}

function keysOf(locale: Record<string, Record<string, string>>): string[] {
  return Object.entries(locale).flatMap(([group, texts]) => Object.keys(texts).map((key) => `${group}.${key}`));
}

function valuesOf(locale: Record<string, Record<string, string>>): string[] {
  return Object.values(locale).flatMap((texts) => Object.values(texts));
}
