import { readFileSync } from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { buildStep } from "../../setup/build/stamp";
import { extensionBundles } from "../../setup/build/steps";

export const appUrl = "http://localhost:4101";

export interface Bundle {
  code: string;
  gzipBytes: number;
  /** Files that ended up in it. */
  inputs: string[];
}

/** The bundle as Shopify's CLI builds it, with the app's address baked in. */
export async function buildBundle(): Promise<Bundle> {
  const bundles = extensionBundles(appUrl);
  await buildStep(bundles);
  const dist = path.join(bundles.folder, "post-purchase/dist");
  const code = readFileSync(path.join(dist, "encore-post-purchase.js"), "utf8");
  // Written by esbuild.
  const metafile = JSON.parse(readFileSync(path.join(dist, "encore-post-purchase.metafile.json"), "utf8")) as { inputs: object };
  return { code, gzipBytes: gzipSync(code, { level: 9 }).length, inputs: Object.keys(metafile.inputs) };
}
