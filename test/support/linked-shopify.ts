import { readFileSync } from "node:fs";
import http, { createServer } from "node:http";
import tls from "node:tls";
import { Logger, runOnce } from "graphile-worker";
import { afterAll } from "vitest";
import type { ShopId } from "../../app/domain/shops/shop-id";
import { createLocalShopify } from "../shopify/create-local-shopify";
import type { LocalShopify, LocalShopifyOptions } from "../shopify/create-local-shopify";
import type { NewShopWithProducts } from "../shopify/control/control";
import { closeServer, listen } from "../shopify/server/listen";
import { issueSessionToken } from "../shopify/tokens/issue-tokens";
import { apiKey, apiSecret } from "./app-environment";
import { allowHost } from "./outgoing";

// The Shopify library turns away what looks like a robot.
const browser = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/153.0.0.0 Safari/537.36";

export interface LinkedShopify extends LocalShopify {
  /** Opens the app's first page as the admin's frame does. */
  visit(shop: string): Promise<void>;
  /** Lets everything happen that is on its way: webhooks arrive and jobs run, delayed ones and repetitions at once. */
  settle(): Promise<void>;
}

/**
 * A local Shopify whose addresses this process's `fetch` reaches, as the app's processes do, and whose webhooks end at
 * the app's route. Needs the app's environment; closed after the file's last test.
 */
export async function linkShopify(options: LocalShopifyOptions = {}): Promise<LinkedShopify> {
  const { action } = await import("../../app/routes/webhooks");
  const { requireAdmin } = await import("../../app/shopify/shops/require-admin.server");
  const { tasks } = await import("../../app/services/tasks.server");
  const { prepareQueue } = await import("../../app/data/jobs/queue.server");
  const { pool } = await import("../../app/data/database.server");
  await prepareQueue();

  const endpoint = createServer((incoming, outgoing) => {
    const chunks: Buffer[] = [];
    incoming.on("data", (chunk: Buffer) => chunks.push(chunk));
    incoming.on("end", () => {
      const headers = new Headers(Object.entries(incoming.headers).map(([name, value]): [string, string] => [name, String(value)]));
      const request = new Request("http://localhost/webhooks", { method: "POST", headers, body: Buffer.concat(chunks) });
      void action({ request, params: {}, context: {} }).then((reply) => outgoing.writeHead(reply.status).end());
    });
  });
  const port = await listen(endpoint, 0);
  const appUrl = `http://127.0.0.1:${String(port)}`;
  const shopify = await createLocalShopify({ retryDelaysMs: [], ...options, appUrl, apiKey, apiSecret });

  http.setGlobalProxyFromEnv({ ...process.env, HTTPS_PROXY: shopify.proxyUrl, NO_PROXY: "127.0.0.1,localhost" });
  tls.setDefaultCACertificates([...tls.getCACertificates("default"), readFileSync(shopify.caPath, "utf8")]);
  allowHost("storage.googleapis.com");

  afterAll(async () => {
    await shopify.close();
    await closeServer(endpoint);
  });

  async function runJobs(): Promise<boolean> {
    const { rows } = await pool.query<{ due: number }>(
      `with hastened as (update graphile_worker._private_jobs set run_at = now() where run_at > now() and locked_at is null)
       select count(*) as due from graphile_worker.jobs where attempts < max_attempts`,
    );
    if (!rows[0]?.due) return false;
    await runOnce({ pgPool: pool, taskList: tasks, noHandleSignals: true, logger: new Logger(() => () => undefined) });
    return true;
  }

  return {
    ...shopify,
    async visit(domain) {
      const shop = shopify.store.getShop(domain);
      allowHost(domain);
      const query = new URLSearchParams({
        embedded: "1",
        shop: domain,
        host: Buffer.from(`admin.shopify.com/store/${shop.handle}`).toString("base64"),
        id_token: issueSessionToken(shopify.app, shop, shopify.clock.now()),
      });
      await requireAdmin(new Request(`http://localhost:4101/app?${query.toString()}`, { headers: { "user-agent": browser } }));
    },
    async settle() {
      do await shopify.webhooks.settled();
      while (await runJobs());
    },
  };
}

/** Opens a shop with two products and has it install the app; returns once everything is mirrored. */
export async function openShop(shopify: LinkedShopify, handle: string, more: Partial<NewShopWithProducts> = {}) {
  const opened = shopify.control.createShop({
    products: [
      { title: "Mug", vendor: "Potter", productType: "Kitchen", tags: ["blue"], variants: [{ price: 1_250, inventoryQuantity: 10 }] },
      { title: "Tea", variants: [{ title: "Green", price: 500, inventoryQuantity: 3 }, { title: "Black", price: 450, tracked: false }] },
    ],
    install: true,
    ...more,
    handle,
  });
  await shopify.visit(opened.domain);
  await shopify.settle();
  const [mug, tea] = [...opened.products.values()];
  if (!mug || !tea) throw new Error("The shop opened without its products");
  // A domain that the local Shopify made is one.
  return { shop: opened.domain as ShopId, opened, mug, tea };
}
