import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const TARGETS = [
  "purchase.checkout.block.render", "purchase.thank-you.block.render", "customer-account.order-status.block.render",
  "customer-account.order-index.block.render", "customer-account.profile.block.render", "customer-account.page.render",
];

/** Puts the built sample into a folder of extensions, as Shopify's CLI would, once with network and once without. */
export async function buildSampleUiExtension(extensionsDir: string, handle: string, network: boolean): Promise<void> {
  const folder = join(extensionsDir, handle);
  await mkdir(join(folder, "dist"), { recursive: true });
  await mkdir(join(folder, "locales"), { recursive: true });
  const entry = fileURLToPath(new URL("./sample-extension.ts", import.meta.url));
  const { outputFiles } = await build({ entryPoints: [entry], bundle: true, write: false, format: "iife", target: "es2020", minify: true });
  await writeFile(join(folder, "dist", `${handle}.js`), outputFiles[0]?.text ?? "");
  await writeFile(join(folder, "locales", "en.default.json"), JSON.stringify({ heading: "Sample block", items: { one: "{{count}} item", other: "{{count}} items" } }));
  await writeFile(join(folder, "locales", "de.json"), JSON.stringify({ heading: "Beispiel" }));
  await writeFile(join(folder, "shopify.extension.toml"), [
    'api_version = "2026-07"', "[[extensions]]", `name = "Sample ${handle}"`, `handle = "${handle}"`, 'type = "ui_extension"',
    ...TARGETS.flatMap((target) => ["[[extensions.targeting]]", 'module = "./src/main.ts"', `target = "${target}"`]),
    "[extensions.capabilities]", "api_access = true", `network_access = ${network}`,
    "[extensions.settings]", ...["probe", "url", "variant"].flatMap((key) => ["[[extensions.settings.fields]]", `key = "${key}"`, 'type = "single_line_text_field"', `name = "${key}"`]),
    "",
  ].join("\n"));
}
