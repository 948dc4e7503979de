import "@shopify/shopify-app-remix/adapters/node";
import { ApiVersion, LogSeverity } from "@shopify/shopify-api";
import { AppDistribution, shopifyApp } from "@shopify/shopify-app-remix/server";
import { env } from "../../env.server";
import { log } from "../../log.server";
import { sessionStorage } from "./session-storage.server";

// Tokens are exchanged by `requireAdmin`, under a lock, before the library sees the request; with a session in place
// it neither exchanges nor refreshes, so its own hook after authentication is not used.
const shopify = shopifyApp({
  apiKey: env.SHOPIFY_API_KEY,
  apiSecretKey: env.SHOPIFY_API_SECRET,
  appUrl: env.SHOPIFY_APP_URL,
  scopes: env.SCOPES,
  apiVersion: ApiVersion.October26,
  authPathPrefix: "/auth",
  distribution: AppDistribution.AppStore,
  sessionStorage,
  future: { unstable_newEmbeddedAuthStrategy: true, expiringOfflineAccessTokens: true },
  logger: {
    level: LogSeverity.Warning,
    log: (severity, message) => {
      if (severity === LogSeverity.Error) log.error({ source: "shopify" }, message);
      else log.warn({ source: "shopify" }, message);
      return Promise.resolve();
    },
  },
});

export const { authenticate, addDocumentResponseHeaders, login } = shopify;
