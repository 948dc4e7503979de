import { rmSync } from "node:fs";
import { mkdir, mkdtemp, writeFile } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import express, { Router } from "express";
import type { AppIdentity } from "../../app/app-identity";
import { noFaults } from "../../server/faults";
import { AdjustableClock } from "../../store/clock";
import { installApp, uninstallApp } from "../../store/installations";
import { Store } from "../../store/store";
import { buildSampleUiExtension } from "../../ui-extensions/testing/build-sample";
import { registerPages } from "../routes";
import type { PageServices } from "../services";

export interface PagesServer {
  readonly origin: string;
  readonly services: PageServices;
  close(): void;
}

export interface PagesOptions {
  port?: number;
  appUrl?: string;
  proxy?: AppIdentity["proxy"];
  /** Sample UI extensions to have besides the post-purchase one. */
  sampleBlocks?: readonly { handle: string; network: boolean }[];
}

/** The pages alone, on a free port, with the sample extension and an app that is nobody's. */
export async function startPages({ port = 0, appUrl = "http://localhost:1", proxy = null, sampleBlocks = [] }: PagesOptions = {}): Promise<PagesServer> {
  const app: AppIdentity = {
    id: 1, name: "Encore", handle: "encore", apiKey: "key", apiSecret: "secret", apiSecretOld: null, url: appUrl, scopes: ["read_products", "read_orders"], optionalScopes: [],
    apiVersion: "2026-10", subscriptions: [], compliance: [], proxy,
  };
  const store = new Store({ clock: new AdjustableClock(), seed: "pages" });
  const extensionsDir = await buildSampleExtension();
  for (const { handle, network } of sampleBlocks) await buildSampleUiExtension(extensionsDir, handle, network);
  const services: PageServices = {
    store,
    app,
    faults: noFaults(),
    extensionsDir,
    install: (shop) => void installApp(store, { shop: shop.domain, scopes: app.scopes, subscriptions: [] }),
    uninstall: (shop) => uninstallApp(store, { shop: shop.domain }),
  };
  const server = express();
  const router = Router();
  server.get("/_local/pictures/*", (_request, response) => {
    response.type("svg").send(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><rect width="10" height="10" fill="#d9c7a7"/><circle cx="5" cy="5" r="3" fill="#1f4a3d"/></svg>`);
  });
  registerPages(router, services);
  server.use(router);
  const listening = await new Promise<ReturnType<typeof server.listen>>((resolve) => {
    const started = server.listen(port, "127.0.0.1", () => resolve(started));
  });
  // A server that listens on a port has an address with a port.
  const address = listening.address() as AddressInfo;
  const origin = `http://localhost:${address.port}`;
  store.origin = origin;
  return { origin, services, close: () => {
      listening.close();
      rmSync(extensionsDir, { recursive: true, force: true });
    } };
}

async function buildSampleExtension(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "encore-pages-"));
  const dist = join(folder, "post-purchase", "dist");
  await mkdir(dist, { recursive: true });
  const entry = fileURLToPath(new URL("../../post-purchase/testing/sample-extension.ts", import.meta.url));
  const { outputFiles } = await build({ entryPoints: [entry], bundle: true, write: false, format: "iife", target: "es2017" });
  await writeFile(join(dist, "main.js"), outputFiles[0]?.text ?? "");
  return folder;
}
