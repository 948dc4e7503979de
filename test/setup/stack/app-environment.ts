import { readFileSync } from "node:fs";
import path from "node:path";
import { parse } from "smol-toml";
import { z } from "zod";
import { root } from "../paths";


const AppFile = z.object({ access_scopes: z.object({ scopes: z.string() }) });

/** The keys that data is encrypted, hashed and offers signed with. */
export interface AppKeys {
  TOKEN_KEYS: string;
  GUEST_KEY: string;
  OFFER_KEY: string;
}

export interface LocalAddresses {
  /** Storefront, admin and control API. */
  origin: string;
  /** The app as shoppers and the admin reach it. */
  tunnelUrl: string;
  /** The HTTPS proxy that stands at Shopify's addresses. */
  proxyUrl: string;
  /** The certificate authority of that proxy, a PEM file. */
  caPath: string;
}

/** The environment of the app's two processes: production's, with Shopify's addresses leading to this machine. */
export function appEnvironment(
  addresses: LocalAddresses,
  databaseUrl: string,
  port: number,
  keys: AppKeys,
): NodeJS.ProcessEnv {
  const { scopes } = AppFile.parse(parse(readFileSync(path.join(root, "shopify.app.toml"), "utf8"))).access_scopes;
  return {
    PATH: process.env["PATH"],
    NODE_ENV: "production",
    SHOPIFY_API_KEY: "encore-local-key",
    SHOPIFY_API_SECRET: "encore-local-secret-0123456789abcdef",
    SHOPIFY_APP_URL: addresses.tunnelUrl,
    SCOPES: scopes,
    DATABASE_URL: databaseUrl,
    ...keys,
    HOST: "127.0.0.1",
    PORT: String(port),
    LOG_LEVEL: process.env["LOG_LEVEL"] ?? "info",
    NODE_USE_ENV_PROXY: "1",
    HTTPS_PROXY: addresses.proxyUrl,
    NO_PROXY: "localhost,127.0.0.1",
    NODE_EXTRA_CA_CERTS: addresses.caPath,
  };
}
