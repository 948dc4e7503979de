import { cpSync, existsSync, readdirSync, rmSync } from "node:fs";
import path from "node:path";
import { build } from "esbuild";
import { localFolder, root } from "../paths";
import { generateClient } from "../prisma";
import { withLock } from "../process/lock";
import type { BuildStep } from "./stamp";
import { runTool } from "./run-tool";

/** The typed database client. */
export const databaseClient: BuildStep = {
  name: "database-client",
  inputs: ["prisma/schema.prisma"],
  outputs: ["app/data/generated/client.ts"],
  build: generateClient,
};

/** Remix's production build: `build/client` for the browser, `build/server` with the routes. */
export const adminPages: BuildStep = {
  name: "admin-pages",
  // The extensions, because previews in the admin are drawn by their views.
  inputs: ["app", "extensions", "public", "vite.config.ts", "prisma/schema.prisma"],
  outputs: ["build/server/index.js", "build/client"],
  build: () =>
    runTool("admin-pages", path.join(root, "node_modules/@remix-run/dev/dist/cli.js"), ["vite:build"], { NODE_ENV: "production" }),
};

/** The two processes of the app, `build/server.js` and `build/worker.js`, and a thread of the latter. Packages stay in node_modules. */
export const serverEntries: BuildStep = {
  name: "server-entries",
  inputs: ["app", "prisma/schema.prisma"],
  outputs: ["build/server.js", "build/worker.js", "build/replay-thread.js"],
  build: async () => {
    await build({
      absWorkingDir: root,
      entryPoints: { server: "app/server.ts", worker: "app/worker.ts", "replay-thread": "app/replay-thread.ts" },
      outdir: "build",
      bundle: true,
      platform: "node",
      target: "node22",
      format: "esm",
      packages: "external",
      sourcemap: true,
      logLevel: "silent",
    });
  },
};

/** The extensions' bundles by the real Shopify CLI, which bakes the app's address into them; `folder` holds the result. */
export function extensionBundles(appUrl: string): BuildStep & { folder: string } {
  const key = appUrl.replaceAll(/[^a-z0-9]+/gi, "-");
  const folder = path.join(".local/extensions", key);
  const names = extensionNames();
  return {
    name: `extensions-${key}`,
    inputs: ["extensions", "shopify.app.toml", "app/domain"],
    outputs: names.map((name) => path.join(folder, name, codeIn(name) ? "dist" : CONFIGURATION)),
    extra: appUrl,
    folder: path.join(root, folder),
    // The CLI writes beside the sources, and another command may bundle for another address meanwhile.
    build: () =>
      withLock("shopify-cli", 300, async () => {
        await runShopifyCli(["app", "build", "--path", ".", "--skip-dependencies-installation"], appUrl);
        // What Shopify is given of an extension: its configuration, texts, Liquid and bundles, as one folder.
        for (const name of names) {
          rmSync(path.join(root, folder, name), { recursive: true, force: true });
          cpSync(path.join(root, "extensions", name), path.join(root, folder, name), { recursive: true, filter: (source) => !NOT_DEPLOYED.has(path.basename(source)) });
        }
      }),
  };
}

async function runShopifyCli(args: string[], appUrl: string): Promise<void> {
  // The CLI keeps settings; they belong to this checkout, and the user's home may not be writable.
  const home = localFolder("home");
  await runTool("extensions", path.join(root, "node_modules/@shopify/cli/bin/run.js"), args, {
    SHOPIFY_APP_URL: appUrl,
    APP_URL: appUrl,
    HOME: home,
    XDG_CONFIG_HOME: home,
    XDG_CACHE_HOME: home,
    XDG_DATA_HOME: home,
    SHOPIFY_CLI_NO_ANALYTICS: "1",
    CI: "1",
    FORCE_COLOR: "0",
  });
}

const CONFIGURATION = "shopify.extension.toml";
const NOT_DEPLOYED = new Set(["node_modules", "src", "assembly"]);

function extensionNames(): string[] {
  return readdirSync(path.join(root, "extensions")).filter((name) => existsSync(path.join(root, "extensions", name, CONFIGURATION)));
}

/** Whether there is code to bundle, which has packages; of themes and Flow the CLI checks the files and writes none. */
function codeIn(name: string): boolean {
  return existsSync(path.join(root, "extensions", name, "package.json"));
}
