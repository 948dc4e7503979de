import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const folder = import.meta.dirname;
const app = join(folder, "..");
const namespaces = readdirSync(join(folder, "en")).map((file) => file.replace(".json", ""));

/** The texts of a catalogue by their full key. */
function textsOf(language: string, namespace: string): Map<string, string> {
  const found = new Map<string, string>();
  const walk = (node: unknown, path: string) => {
    if (typeof node === "string") found.set(path, node);
    else for (const [key, below] of Object.entries(node as Record<string, unknown>)) walk(below, path === "" ? key : `${path}.${key}`);
  };
  walk(JSON.parse(readFileSync(join(folder, language, `${namespace}.json`), "utf8")), "");
  return found;
}

const placeholders = (text: string) => [...text.matchAll(/\{\{\s*([\w.]+)[^}]*\}\}|<\/?(\w+)\/?>/g)].map(([, value, tag]) => value ?? `<${tag ?? ""}>`).sort();
const withoutPlural = (key: string) => key.replace(/_(zero|one|two|few|many|other)$/, "");

test("German has a file for every namespace", () => {
  expect(readdirSync(join(folder, "de"))).toEqual(readdirSync(join(folder, "en")));
});

test.each(namespaces)("%s says in German what it says in English, with the same values", (namespace) => {
  const english = textsOf("en", namespace);
  const german = textsOf("de", namespace);
  expect([...german.keys()]).toEqual([...english.keys()]);
  const differing = [...english].filter(([key, text]) => {
    // "1 order" may leave out its number in one language.
    const count = (of: string) => placeholders(of).filter((name) => !(key.endsWith("_one") && name === "count")).join();
    return count(text) !== count(german.get(key) ?? "");
  });
  expect(differing.map(([key]) => key)).toEqual([]);
  const untranslated = [...english].filter(([key, text]) => german.get(key) === text && (text.match(/[a-z]{3,}/gi)?.length ?? 0) >= 4 && !text.startsWith("{{"));
  expect(untranslated.map(([key]) => key)).toEqual([]);
});

test("every plural has its forms", () => {
  const missing = namespaces.flatMap((namespace) => {
    const keys = new Set(textsOf("en", namespace).keys());
    return [...keys].filter((key) => key.endsWith("_one") && !keys.has(`${withoutPlural(key)}_other`)).map((key) => `${namespace}:${key}`);
  });
  expect(missing).toEqual([]);
});

test("no text is left over that nothing shows", () => {
  const sources = readdirSync(app, { recursive: true, encoding: "utf8" })
    .filter((path) => /\.tsx?$/.test(path) && !/\.test\.tsx?$/.test(path) && !path.includes("generated"))
    .map((path) => readFileSync(join(app, path), "utf8")).join("\n");
  const named = new Set<string>();
  const beginnings: string[] = [];
  // Keys are written out with their namespace, the last part perhaps as `${…}`.
  for (const [, namespace = "", key = "", rest = ""] of sources.matchAll(/["'`]([a-z]+):([\w.]*)(\$\{)?/gi)) {
    if (rest === "") named.add(`${namespace}:${key}`);
    else beginnings.push(`${namespace}:${key}`);
  }
  const unused = namespaces.filter((namespace) => namespace !== "errors").flatMap((namespace) =>
    [...textsOf("en", namespace).keys()].map((key) => `${namespace}:${withoutPlural(key)}`)
      .filter((key) => !named.has(key) && !beginnings.some((beginning) => key.startsWith(beginning))));
  expect([...new Set(unused)]).toEqual([]);
});
