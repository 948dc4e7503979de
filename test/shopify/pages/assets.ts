import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const SCRIPTS = {
  "app-bridge.js": "../app-bridge/main.ts",
  "extensions.js": "./browser/extensions.ts",
  "extension-sandbox.js": "../ui-extensions/page/sandbox.ts",
  "extension-worker.js": "../ui-extensions/worker/main.ts",
  "admin-frame.js": "./browser/admin-frame.ts",
  "post-purchase.js": "./browser/post-purchase.ts",
  "post-purchase-sandbox.js": "../post-purchase/sandbox.ts",
  "post-purchase-worker.js": "../post-purchase/worker.ts",
  "storefront.js": "./browser/storefront.ts",
} as const;

const STYLES = {
  "shop.css": "./styles/shop.css",
  "checkout.css": "./styles/checkout.css",
  "account.css": "./styles/account.css",
  "admin.css": "./styles/admin.css",
} as const;

const ENTRIES: Readonly<Record<string, string>> = { ...SCRIPTS, ...STYLES };

export type AssetName = keyof typeof SCRIPTS | keyof typeof STYLES;

const built = new Map<string, Promise<string>>();

/** Address of a script or style sheet of these pages. */
export function assetUrl(name: AssetName): string {
  return `/_assets/${name}`;
}

/** The text of a script or style sheet, bundled once per process; null for a name that is not one of them. */
export function findAsset(name: string): Promise<string> | null {
  const entry = Object.hasOwn(ENTRIES, name) ? ENTRIES[name] : undefined;
  if (entry === undefined) return null;
  const known = built.get(name);
  if (known) return known;
  const bundling = bundle(entry);
  built.set(name, bundling);
  return bundling;
}

/** Bundles everything, so that the first visitor does not wait for it. */
export async function bundleAssets(): Promise<void> {
  await Promise.all(Object.keys(ENTRIES).flatMap((name) => findAsset(name) ?? []));
}

async function bundle(entry: string): Promise<string> {
  const result = await build({
    entryPoints: [fileURLToPath(new URL(entry, import.meta.url))],
    bundle: true,
    write: false,
    format: "iife",
    target: "es2022",
    minify: true,
    legalComments: "none",
    logLevel: "silent",
  });
  return result.outputFiles[0]?.text ?? "";
}
