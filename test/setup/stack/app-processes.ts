import { startChild } from "../process/child";
import { answersAt, waitFor } from "../process/wait-for";
import type { AppKeys, LocalAddresses } from "./app-environment";
import { appEnvironment } from "./app-environment";
import type { Running } from "./running";

export interface AppOptions {
  addresses: LocalAddresses;
  databaseUrl: string;
  /** Where the app listens, behind the tunnel. */
  port: number;
  keys: AppKeys;
  /** Names the logs: `.local/logs/{name}.log` and `{name}-worker.log`. */
  name: string;
}

/** Starts the built app, its web process and its worker; returns once it answers. */
export async function startApp({ addresses, databaseUrl, port, keys, name }: AppOptions, running: Running): Promise<void> {
  const environment = appEnvironment(addresses, databaseUrl, port, keys);
  const web = startChild({ name, args: ["build/server.js"], environment });
  running.addChild(web);
  const worker = startChild({ name: `${name}-worker`, args: ["build/worker.js"], environment });
  running.addChild(worker);
  const ready = waitFor("the app", 60, () => answersAt(`http://127.0.0.1:${String(port)}/healthz`));
  await Promise.race([ready, web.endedEarly(), worker.endedEarly()]);
}
