import { rmSync } from "node:fs";
import path from "node:path";
import { buildStep } from "../setup/build/stamp";
import { adminPages, databaseClient, extensionBundles, serverEntries } from "../setup/build/steps";
import { localFolder } from "../setup/paths";
import { dropDatabase, ensureDatabase } from "../setup/postgres/database";
import { startServer } from "../setup/postgres/server";
import { foreignServer } from "../setup/postgres/test-server";
import { migrate } from "../setup/prisma";
import type { LocalAddresses } from "../setup/stack/app-environment";
import { startApp } from "../setup/stack/app-processes";
import { waitForBackfill } from "../setup/stack/backfill";
import { grantInstallation, openApp, readShop } from "../setup/stack/install";
import { startLocalShopify } from "../setup/stack/local-shopify";
import type { Running } from "../setup/stack/running";
import type { HistoryFile } from "./history-file";
import type { DemoPorts } from "./ports";
import type { Progress } from "./progress";
import { demoSecrets } from "./secrets";

const shop = "encore-demo.myshopify.com";

export interface DemoOptions {
  history: HistoryFile;
  ports: DemoPorts;
  fresh: boolean;
}

/** Sets everything up, starts it and installs Encore on the demo shop; returns the addresses once all is ready. */
export async function startDemo(options: DemoOptions, running: Running, progress: Progress): Promise<LocalAddresses> {
  const { history, ports, fresh } = options;
  const databaseUrl = await progress.step("Starting PostgreSQL", () => startDatabase(options, running));
  await progress.step("Preparing the database", async () => {
    await buildStep(databaseClient);
    await migrate(databaseUrl);
  });
  await progress.step("Building the app", async () => {
    const built = [await buildStep(adminPages), await buildStep(serverEntries)];
    return built.includes(true) ? "built" : "up to date";
  });
  const bundles = extensionBundles(`http://localhost:${String(ports.tunnel)}`);
  await progress.step("Building the extensions", async () => ((await buildStep(bundles)) ? "built" : "up to date"));

  const addresses = await progress.step("Opening the shop with its past orders", () => {
    const data = path.join(localFolder("shopify"), history.key);
    if (fresh) rmSync(data, { recursive: true, force: true });
    return startLocalShopify({ name: "shopify", ports, history: history.path, extensions: bundles.folder, data }, running);
  });
  await progress.step("Starting the app", () =>
    startApp({ name: "app", addresses, databaseUrl, port: ports.app, keys: demoSecrets() }, running),
  );
  await progress.step("Installing Encore, fetching the past", async (step) => {
    const { installed, products, orders } = await readShop(addresses, shop);
    if (!installed) await grantInstallation(addresses, shop);
    await openApp(addresses, shop);
    const done = waitForBackfill(databaseUrl, shop, products + orders, (count, total) => { step.update(count, total); });
    await Promise.race([done, running.untilOneEnds()]);
  });
  return addresses;
}

async function startDatabase({ history, ports, fresh }: DemoOptions, running: Running): Promise<string> {
  const given = process.env["DATABASE_URL"];
  const database = given ? decodeURIComponent(new URL(given).pathname.slice(1)) : `encore_${history.key}`;
  const server = given ? foreignServer(given) : await startServer({ name: "demo", port: ports.database, durable: true });
  running.add({ name: "PostgreSQL", stop: () => server.stop() });
  if (fresh) await dropDatabase(server.url, database);
  await ensureDatabase(server.url, database);
  return server.url(database);
}
