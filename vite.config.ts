import { fileURLToPath } from "node:url";
import { vitePlugin as remix } from "@remix-run/dev";
import type { Plugin } from "vite";
import { defineConfig } from "vite";

/** Gives every popover of Polaris, also those within its other components, the overlay of app/components/polaris; a Polaris that keeps its own elsewhere ends the build. */
function popoverOverlay(): Plugin {
  let isMissing = false;
  return {
    name: "popover-overlay",
    enforce: "pre",
    apply: "build",
    configResolved(config) {
      isMissing = config.build.ssr === false;
    },
    resolveId(source, importer) {
      if (!source.endsWith("/PopoverOverlay/PopoverOverlay.js") || importer?.includes("/@shopify/polaris/build/") !== true) return null;
      isMissing = false;
      return fileURLToPath(new URL("app/components/polaris/PopoverOverlay.tsx", import.meta.url));
    },
    buildEnd(error) {
      if (isMissing && !error) this.error("Polaris has no PopoverOverlay where it was: see app/components/polaris");
    },
  };
}

export default defineConfig({
  plugins: [
    popoverOverlay(),
    remix({
      // Tests stand beside the files they test; they are no routes.
      ignoredRouteFiles: ["**/.*", "**/*.test.{ts,tsx}"],
      future: {
        v3_fetcherPersist: true,
        v3_relativeSplatPath: true,
        v3_throwAbortReason: true,
        // Off: a fetcher that asks a route not yet discovered, right after a navigation, ends in a 404 page although its
        // request succeeds. The whole manifest of this app is a few kilobytes.
        v3_lazyRouteDiscovery: false,
        // Off: single fetch drops the headers of thrown responses, and with them the 401 that makes App Bridge fetch
        // a new session token and the redirects out of the frame. shopify-app-remix 6.0.1 does not support it
        // (Shopify/shopify-app-template-remix#921).
        v3_singleFetch: false,
      },
    }),
  ],
  build: {
    target: "es2022",
    assetsInlineLimit: 0,
    // The size of Polaris is known; a warning at each build would only hide others.
    chunkSizeWarningLimit: 1200,
  },
  server: { host: "127.0.0.1" },
  // Polaris and App Bridge ship directory imports that Node's own loader refuses.
  // shopify-app-remix comes along so that its AppProvider and the pages share one Polaris.
  ssr: { noExternal: [/^@shopify\/polaris/, /^@shopify\/app-bridge-react/, /^@shopify\/shopify-app-remix$/] },
});
