import { z } from "zod";
import { startChild } from "../process/child";
import type { LocalAddresses } from "./app-environment";
import type { Running } from "./running";

export interface LocalShopifyOptions {
  ports: { shopify: number; tunnel: number; app: number; proxy: number };
  /** CSV file of the demo shop's past orders. */
  history: string;
  /** Folder of the extensions with their bundles. */
  extensions: string;
  /** Where the shop is kept; without it, it ends with the process. */
  data?: string;
  /** Whether browsers give the app's pages a process of their own. */
  ownProcess?: boolean;
  /** Names the log. */
  name: string;
}

const Ready = z.object({ origin: z.string(), tunnelUrl: z.string(), proxyUrl: z.string(), caPath: z.string() });

/** Starts the local Shopify in a process of its own; returns its addresses once the demo shop's history is loaded. */
export async function startLocalShopify(options: LocalShopifyOptions, running: Running): Promise<LocalAddresses> {
  const { ports, history, extensions, data, name, ownProcess = false } = options;
  let announce: (addresses: LocalAddresses) => void = () => undefined;
  const ready = new Promise<LocalAddresses>((resolve) => { announce = resolve; });
  const child = startChild({
    name,
    args: [
      ...["--import", "tsx", "test/shopify/main.ts"],
      ...["--port", String(ports.shopify)],
      ...["--tunnel-port", String(ports.tunnel)],
      ...["--proxy-port", String(ports.proxy)],
      ...["--app-target", `http://127.0.0.1:${String(ports.app)}`],
      ...["--app-url", `http://localhost:${String(ports.tunnel)}`],
      ...["--history", history],
      ...["--extensions", extensions],
      ...(data === undefined ? [] : ["--data", data]),
      ...(ownProcess ? ["--own-process"] : []),
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
