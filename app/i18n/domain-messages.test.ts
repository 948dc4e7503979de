import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { errorText, messageKey } from "./error-text";
import german from "./de/errors.json";
import { textsIn } from "./translator.server";

const { t } = textsIn("de");

test.each([
  ["Use 2 to 1,000", "Verwenden Sie 2 bis 1.000"],
  ["There is no condition of the kind “moon”", "Es gibt keine Bedingung der Art „moon“"],
  ["The amounts are in USD, EUR, and your shop’s currency is GBP", "Die Beträge sind in USD, EUR, die Währung Ihres Shops ist GBP"],
  ["This is not JSON", "Das ist kein JSON"],
  ["Offers in 30 days: use 1 to 60", "Angebote in 30 Tagen: verwenden Sie 1 bis 60"],
  ["Encore needs the permission “read_orders, read_products”. Grant it in Shopify and try again.", "Encore braucht die Berechtigung „read_orders, read_products“. Erteilen Sie sie in Shopify und versuchen Sie es erneut."],
  ["Invalid input: expected number, received NaN", "Invalid input: expected number, received NaN"],
])("%s is in German: %s", (message, translated) => {
  expect(errorText(t, message)).toBe(translated);
  expect(errorText(textsIn("en").t, message)).toBe(message);
});

const domain = join(import.meta.dirname, "../domain");
/** What these refuse is shown to staff beside a field. */
const folders = ["courtesy", "flow/settings.ts", "offers", "placements/settings.ts", "receipts/settings.ts", "rules", "strategies"];
const files = readdirSync(domain, { recursive: true, encoding: "utf8" })
  .filter((path) => folders.some((folder) => path.startsWith(folder)) && path.endsWith(".ts") && !/test\.ts$|texts\.ts$|describe-/.test(path));

/** Where a schema or a reader says why it refuses: `.min(1, "…")`, `message: "…"`, `refuse("path", "…")`. */
const refusal = /(?:\b(?:int|min|max|length|nonnegative|positive|regex|refine|enum|boolean|string|refuse|literal|union|object)\((?:[^"`()]|\([^()]*\)|"[a-z.]*")*|message: |problem: |error: |return |\? |: )(["`])([A-Z][^"`]* [^"`]*)\1/g;

test("each message of the domain has its German", () => {
  const known = new Set(Object.keys(german).map(asPattern));
  const missing = files.flatMap((path) => {
    const source = readFileSync(join(domain, path), "utf8").replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*|throw .*|Error\(.*/g, "");
    return [...source.matchAll(refusal)].map(([, , message = ""]) => `${path}: ${message}`).filter((found) => !known.has(asPattern(messageKey(found.slice(found.indexOf(": ") + 2)).key)));
  });
  // What a message is put together of is not seen from here; each of these was looked at.
  expect(missing.filter((message) => !composed.some((part) => message.includes(part)))).toEqual([]);
});

const composed = ["${what}", "${[...foreign]", "toLocaleString("];

function asPattern(key: string): string {
  return key.replaceAll(/\$?\{+[^}]*\}+|“[^”]*”/g, "*");
}
