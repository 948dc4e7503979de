import { existsSync, rmSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { buildStep } from "../setup/build/stamp";
import { adminPages, databaseClient, extensionBundles, serverEntries } from "../setup/build/steps";
import { localFolder, root } from "../setup/paths";
import { dropDatabase, ensureDatabase } from "../setup/postgres/database";
import { startServer } from "../setup/postgres/server";
import { foreignServer } from "../setup/postgres/test-server";
import { migrate } from "../setup/prisma";
import type { Child } from "../setup/process/child";
import { startChild } from "../setup/process/child";
import { answersAt, waitFor } from "../setup/process/wait-for";
import type { LocalAddresses } from "./app-environment";
import { appEnvironment } from "./app-environment";
import type { DemoArguments } from "./arguments";
import { waitForBackfill } from "./backfill";
import { openHistory } from "./history-file";
import { grantInstallation, openApp, readShop } from "./install";
import type { DemoPorts } from "./ports";
import { chooseDemoPorts } from "./ports";
import type { Progress } from "./progress";
import type { Running } from "./running";
import { demoSecrets } from "./secrets";

const shop = "encore-demo.myshopify.com";
const defaultHistory = path.join(root, "test/shopify/data/online-retail.csv.gz");
const Ready = z.object({ origin: z.string(), tunnelUrl: z.string(), proxyUrl: z.string(), caPath: z.string() });

/** Sets everything up, starts it and installs Encore on the demo shop; returns the addresses once all is ready. */
export async function startDemo(options: DemoArguments, running: Running, progress: Progress): Promise<LocalAddresses> {
  const history = options.history === null ? { path: defaultHistory, key: "default" } : openHistory(options.history);
  const ports = await chooseDemoPorts(options.port);
  const secrets = demoSecrets();

  const databaseUrl = await progress.step("Starting PostgreSQL", () => startDatabase(history.key, ports, options.fresh, running));
  await progress.step("Preparing the database", async () => {
    await buildStep(databaseClient);
    await migrate(databaseUrl);
  });
  await progress.step("Building the app", async () => {
    const built = [await buildStep(adminPages), await buildStep(serverEntries)];
    return built.includes(true) ? undefined : "up to date";
  });
  await progress.step("Building the extensions", async () =>
    (await buildStep(extensionBundles(`http://localhost:${String(ports.tunnel)}`))) ? undefined : "up to date",
  );

  const addresses = await progress.step("Opening the shop with its past orders", () => startShopify(history, ports, options.fresh, running));
  const environment = appEnvironment(addresses, databaseUrl, ports.app, secrets);
  await progress.step("Starting the app", async () => {
    const web = startChild({ name: "app", args: ["build/server.js"], environment });
    running.addChild(web);
    const worker = startChild({ name: "worker", args: ["build/worker.js"], environment });
    running.addChild(worker);
    const ready = waitFor("the app", 60, () => answersAt(`http://127.0.0.1:${String(ports.app)}/healthz`));
    await Promise.race([ready, web.endedEarly(), worker.endedEarly()]);
  });
  await progress.step("Installing Encore, fetching the past", async (step) => {
    const { installed, products, orders } = await readShop(addresses, shop);
    if (!installed) await grantInstallation(addresses, shop);
    await openApp(addresses, shop);
    await Promise.race([waitForBackfill(databaseUrl, shop, products + orders, step), running.untilOneEnds()]);
  });
  return addresses;
}

async function startDatabase(key: string, ports: DemoPorts, fresh: boolean, running: Running): Promise<string> {
  const given = process.env["DATABASE_URL"];
  const database = given ? new URL(given).pathname.slice(1) : `encore_${key}`;
  const server = given ? foreignServer(given) : await startServer({ name: "demo", port: ports.database, durable: true });
  running.add({ name: "PostgreSQL", stop: () => server.stop() });
  if (fresh) await dropDatabase(server.url, database);
  await ensureDatabase(server.url, database);
  return server.url(database);
}

async function startShopify(
  history: { path: string; key: string },
  ports: DemoPorts,
  fresh: boolean,
  running: Running,
): Promise<LocalAddresses> {
  const data = path.join(localFolder("shopify"), history.key);
  if (fresh && existsSync(data)) rmSync(data, { recursive: true, force: true });
  let announce: (addresses: LocalAddresses) => void = () => undefined;
  const ready = new Promise<LocalAddresses>((resolve) => { announce = resolve; });
  const child: Child = startChild({
    name: "shopify",
    args: [
      "--import", "tsx", "test/shopify/main.ts",
      "--port", String(ports.shopify),
      "--tunnel-port", String(ports.tunnel),
      "--proxy-port", String(ports.proxy),
      "--app-target", `http://127.0.0.1:${String(ports.app)}`,
      "--app-url", `http://localhost:${String(ports.tunnel)}`,
      "--data", data,
      "--history", history.path,
      "--extensions", "extensions",
      "--ready-json",
    ],
    environment: { ...process.env, NODE_ENV: "production" },
    onLine: (line) => {
      const parsed = line.startsWith("{") ? Ready.safeParse(JSON.parse(line)) : null;
      if (parsed?.success) announce(parsed.data);
    },
  });
  running.addChild(child);
  return Promise.race([ready, child.endedEarly()]);
}
