import { readdirSync } from "node:fs";
import { join } from "node:path";

/** The scripts that Shopify's CLI built of the post-purchase extension; empty while it is not built. */
export function listPostPurchaseBundles(extensionsDir: string | null): string[] {
  if (extensionsDir === null) return [];
  const folder = join(extensionsDir, "post-purchase", "dist");
  try {
    return readdirSync(folder).filter((file) => file.endsWith(".js")).sort().map((file) => join(folder, file));
  } catch {
    return [];
  }
}
