import { readFileSync } from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { buildStep } from "../../setup/build/stamp";
import { extensionBundles } from "../../setup/build/steps";
import { root } from "../../setup/paths";

export const appUrl = "http://localhost:4101";

/** The extensions in checkout, after it and in customer accounts, with what they are drawn at. */
export const placements = {
  checkout: ["purchase.checkout.block.render"],
  "thank-you": ["purchase.thank-you.block.render"],
  "order-status": ["customer-account.order-status.block.render"],
  "customer-account": ["customer-account.order-index.block.render", "customer-account.profile.block.render"],
  "buy-again": ["customer-account.page.render"],
} as const;
export type Extension = keyof typeof placements;

export interface Bundle {
  code: string;
  gzipBytes: number;
  /** Files that ended up in it. */
  inputs: string[];
}

/** A bundle as Shopify's CLI builds it, with the app's address baked in. */
export async function buildBundle(extension: Extension): Promise<Bundle> {
  const bundles = extensionBundles(appUrl);
  await buildStep(bundles);
  const file = path.join(bundles.folder, extension, "dist", `encore-${extension}`);
  const code = readFileSync(`${file}.js`, "utf8");
  // Written by esbuild.
  const metafile = JSON.parse(readFileSync(`${file}.metafile.json`, "utf8")) as { inputs: object };
  return { code, gzipBytes: gzipSync(code, { level: 9 }).length, inputs: Object.keys(metafile.inputs) };
}

/** The texts of an extension in one language, by their dotted keys. */
export function readTexts(extension: Extension, language: string): Record<string, unknown> {
  const file = path.join(root, "extensions", extension, "locales", `${language}${language === "en" ? ".default" : ""}.json`);
  // A locale file is an object; what is in it is for the tests to say.
  return JSON.parse(readFileSync(file, "utf8")) as Record<string, unknown>;
}
