import { randomBytes } from "node:crypto";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { buildStep } from "../setup/build/stamp";
import { adminPages, databaseClient, extensionBundles, serverEntries } from "../setup/build/steps";
import { root } from "../setup/paths";
import { claimPort } from "../setup/process/ports";
import type { LocalAddresses } from "../setup/stack/app-environment";
import { startApp } from "../setup/stack/app-processes";
import { waitForBackfill } from "../setup/stack/backfill";
import { grantInstallation, openApp, readShop } from "../setup/stack/install";
import { startLocalShopify } from "../setup/stack/local-shopify";
import { Running } from "../setup/stack/running";
import { noteWorker } from "./worker-of-stack";

export interface Stack extends LocalAddresses {
  shop: string;
  /** Start page of the shop. */
  storefront: string;
  /** The app inside the admin. */
  admin: string;
  databaseUrl: string;
  /** Makes something happen in the local Shopify: a function of its control and the arguments. */
  control(name: string, args: Record<string, unknown>): Promise<unknown>;
  stop(): Promise<void>;
}

export interface StackOptions {
  databaseUrl: string;
  /** Orders of the shop; a small made-up history unless given. */
  history?: string;
  /** Whether Encore is installed and has fetched the past; true unless given. */
  install?: boolean;
  /** Whether browsers give the app's pages a process of their own, as at Shopify; false unless given. */
  ownProcess?: boolean;
}

const shop = "encore-demo.myshopify.com";
const smallHistory = path.join(root, "test/support/small-history.csv");

/** Starts the built app beside a local Shopify as the demo does, on ports of its own and with nothing kept. */
export async function startStack({ databaseUrl, history = smallHistory, install = true, ownProcess = false }: StackOptions): Promise<Stack> {
  for (const step of [databaseClient, adminPages, serverEntries]) await buildStep(step);
  const running = new Running();
  try {
    const ports = await claimPorts(running);
    const bundles = extensionBundles(`http://localhost:${String(ports.tunnel)}`);
    await buildStep(bundles);
    const addresses = await startLocalShopify({ name: `test-shopify-${String(ports.shopify)}`, ports, history, extensions: bundles.folder, ownProcess }, running);
    const key = () => randomBytes(32).toString("base64");
    const keys = { TOKEN_KEYS: `test:${key()}`, GUEST_KEY: key(), OFFER_KEY: key() };
    await startApp({ name: `test-app-${String(ports.app)}`, addresses, databaseUrl, port: ports.app, keys }, running);
    noteWorker();
    if (install) await installEncore(addresses, databaseUrl);
    return describe(addresses, databaseUrl, running);
  } catch (thrown) {
    await running.stop();
    throw thrown;
  }
}

async function installEncore(addresses: LocalAddresses, databaseUrl: string): Promise<void> {
  const { products, orders } = await readShop(addresses, shop);
  await grantInstallation(addresses, shop);
  await openApp(addresses, shop);
  await waitForBackfill(databaseUrl, shop, products + orders, () => undefined);
}

/** Ports away from the demo's and from every other stack's on this machine, until `running` stops. */
async function claimPorts(running: Running) {
  const claim = async (from: number) => {
    const { port, release } = await claimPort(from);
    running.add({ name: `port ${String(port)}`, stop: async () => { release(); } });
    return port;
  };
  return { tunnel: await claim(4201), shopify: await claim(4240), app: await claim(4280), proxy: await claim(4320) };
}

function describe(addresses: LocalAddresses, databaseUrl: string, running: Running): Stack {
  return {
    ...addresses,
    shop,
    storefront: `${addresses.origin}/shop/encore-demo`,
    admin: `${addresses.origin}/admin/store/encore-demo/apps/encore`,
    databaseUrl,
    control: async (name, args) => {
      const response = await fetch(`${addresses.origin}/_local/do/${name}`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(args),
      });
      if (!response.ok) throw new Error(`${name}: ${await response.text()}`);
      return (await response.json()) as unknown;
    },
    stop: () => running.stop(),
  };
}

/** Asks again until a check gives something, for up to `seconds`; null when it never does. */
export async function eventually<T>(seconds: number, check: () => Promise<T | null | undefined>): Promise<T | null> {
  const deadline = Date.now() + seconds * 1000;
  for (;;) {
    const found = await check();
    if (found !== null && found !== undefined) return found;
    if (Date.now() > deadline) return null;
    await sleep(100);
  }
}
