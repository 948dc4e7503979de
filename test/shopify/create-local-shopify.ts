import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import express from "express";
import { readAppIdentity } from "./app/app-identity";
import type { AppIdentity } from "./app/app-identity";
import { BulkOperations } from "./bulk/bulk-operations";
import { createControl } from "./control/control";
import type { Control } from "./control/control";
import { controlRoutes } from "./control/control-routes";
import { FunctionRegistry } from "./functions/registry";
import { GraphqlEndpoint } from "./graphql/endpoint";
import { openDemoShop } from "./history/demo-shop";
import { createAuthority } from "./server/certificates";
import { noFaults } from "./server/faults";
import type { Faults } from "./server/faults";
import { closeProxy, createHttpsProxy } from "./server/https-proxy";
import { closeServer, listen } from "./server/listen";
import { shopifyHosts } from "./server/shopify-hosts";
import { createTunnel } from "./server/tunnel";
import { AdjustableClock } from "./store/clock";
import { deployConfiguration } from "./store/installations";
import { attachJournal, openDataDirectory } from "./store/journal";
import { Store } from "./store/store";
import { WebhookSender } from "./webhooks/sender";

/** What the app is known as on this machine. */
export const LOCAL_API_KEY = "encore-local-key";
export const LOCAL_API_SECRET = "encore-local-secret-0123456789abcdef";

export interface LocalShopifyOptions {
  /** Ports; 0 takes a free one. */
  port?: number;
  tunnelPort?: number;
  proxyPort?: number;
  /** Where the app listens ("http://127.0.0.1:3000"); without it there is no tunnel until `setAppTarget`. */
  appTarget?: string;
  /** Whether the app's pages get a process of their own in browsers. */
  ownProcess?: boolean;
  /** Address of the app from the outside; the tunnel's unless given. */
  appUrl?: string;
  /** Where everything is kept between starts; without it a shop lives in memory. */
  dataDirectory?: string;
  /** History file of the demo shop; null opens it empty, undefined opens no demo shop at all. */
  history?: string | null;
  /** Folder of the extensions with their built bundles. */
  extensionsDirectory?: string;
  /** False leaves out the storefront and the admin, whose scripts take a moment to bundle. */
  pages?: boolean;
  /** The app's shopify.app.toml; the repository's unless given. */
  appConfiguration?: string;
  apiKey?: string;
  apiSecret?: string;
  clock?: AdjustableClock;
  /** For webhooks; see WebhookSender. */
  retryDelaysMs?: readonly number[];
  timeoutMs?: number;
  random?: () => number;
}

export interface LocalShopify {
  /** Origin of the storefront, the admin and the control API. */
  origin: string;
  tunnelUrl: string;
  proxyUrl: string;
  /** PEM file of the certificate authority that a client of the proxy has to trust. */
  caPath: string;
  store: Store;
  clock: AdjustableClock;
  app: AppIdentity;
  faults: Faults;
  webhooks: WebhookSender;
  bulk: BulkOperations;
  graphql: GraphqlEndpoint;
  control: Control;
  /** Hosts outside Shopify that a client wanted to reach through the proxy; nothing was sent there. */
  refusedHosts: string[];
  setAppTarget(target: string): void;
  close(): Promise<void>;
}

/** Starts a local Shopify on the loopback: the Shopify port, the tunnel to the app, and the HTTPS proxy at Shopify's addresses. */
export async function createLocalShopify(options: LocalShopifyOptions = {}): Promise<LocalShopify> {
  const clock = options.clock ?? new AdjustableClock();
  const history = options.history ?? null;
  const kept = options.dataDirectory ? resolve(options.dataDirectory) : null;
  const header = kept ? openDataDirectory(kept, clock.now(), history) : { startedAt: clock.now(), seed: undefined };
  const directory = kept ?? mkdtempSync(join(tmpdir(), "local-shopify-"));
  const store = new Store({ clock, seed: header.seed });
  if (options.history !== undefined || kept) openDemoShop(store, header.startedAt, history);

  let target = options.appTarget ?? "http://127.0.0.1:9";
  let origin = "";
  const tunnel = createTunnel({ target: () => target, adminOrigin: () => origin, ownProcess: options.ownProcess ?? false });
  const tunnelUrl = `http://localhost:${await listen(tunnel, options.tunnelPort ?? 0)}`;
  const app = readAppIdentity(options.appConfiguration ?? fileURLToPath(new URL("../../shopify.app.toml", import.meta.url)), {
    apiKey: options.apiKey ?? LOCAL_API_KEY,
    apiSecret: options.apiSecret ?? LOCAL_API_SECRET,
    url: options.appUrl ?? tunnelUrl,
  });

  const faults = noFaults();
  const bulk = new BulkOperations(store, faults, join(directory, "bulk"));
  const webhooks = new WebhookSender({ store, app, faults, retryDelaysMs: options.retryDelaysMs, timeoutMs: options.timeoutMs, random: options.random });
  const graphql = new GraphqlEndpoint({ store, app, faults, bulk });
  store.functions = new FunctionRegistry(options.extensionsDirectory ?? null);
  const control = createControl(store, app);
  const refusedHosts: string[] = [];

  if (kept) attachJournal(store, kept);
  deployTo(store, app);

  const pages = express();
  pages.disable("x-powered-by");
  pages.use("/_local", controlRoutes({ store, clock, app, faults, webhooks, graphql, control, refusedHosts, extensionsDir: options.extensionsDirectory ?? null }));
  pages.get("/", (_request, response) => {
    const [first] = store.shops.values();
    response.redirect(first ? `/shop/${first.handle}` : "/_local/shops");
  });
  if (options.pages ?? true) {
    const { registerPages } = await import("./pages/routes");
    registerPages(pages, {
      store,
      app,
      faults,
      extensionsDir: options.extensionsDirectory ?? null,
      install: (shop) => void control.install({ shop: shop.domain }),
      uninstall: (shop) => control.uninstall({ shop: shop.domain }),
      query: (shop, body) => graphql.answerDirect(shop, body),
    });
  }
  const server = createServer(pages);
  origin = `http://localhost:${await listen(server, options.port ?? 0)}`;
  store.origin = origin;

  const authority = await createAuthority();
  mkdirSync(directory, { recursive: true });
  const caPath = join(directory, "local-shopify-ca.pem");
  writeFileSync(caPath, authority.certificate);
  const proxy = createHttpsProxy(authority, shopifyHosts({ store, app, faults, bulk, graphql }), (host) => refusedHosts.push(host));
  const proxyUrl = `http://127.0.0.1:${await listen(proxy, options.proxyPort ?? 0)}`;

  return {
    origin,
    tunnelUrl,
    proxyUrl,
    caPath,
    store,
    clock,
    app,
    faults,
    webhooks,
    bulk,
    graphql,
    control,
    refusedHosts,
    setAppTarget: (next) => {
      target = next;
    },
    close: async () => {
      webhooks.close();
      bulk.close();
      await Promise.all([closeServer(server), closeServer(tunnel), closeProxy(proxy)]);
      if (!kept) rmSync(directory, { recursive: true, force: true });
    },
  };
}

/** Ports differ from start to start: shops that have the app get its present addresses, as after a deployment. */
function deployTo(store: Store, app: AppIdentity): void {
  for (const shop of store.shops.values()) {
    if (!shop.installation) continue;
    const current = shop.subscriptions.filter(({ source }) => source === "configuration").map(({ topic, uri }) => `${topic} ${uri}`);
    const wanted = app.subscriptions.map(({ topic, uri }) => `${topic} ${uri}`);
    if (current.join() !== wanted.join()) deployConfiguration(store, { shop: shop.domain, subscriptions: app.subscriptions });
  }
}
