import type { RemoteCallable } from "@remote-ui/rpc";
import { createEndpoint, fromMessagePort } from "@remote-ui/rpc";
import type { HostApi, WorkerApi } from "../contract";

export interface SandboxedBlock {
  readonly worker: RemoteCallable<WorkerApi>;
  stop(): void;
}

/** Starts a Worker inside a frame without an origin; the frame forbids its network unless `network` is given. */
export async function startSandbox(workerUrl: string, network: boolean, host: HostApi): Promise<SandboxedBlock> {
  const frame = document.createElement("iframe");
  frame.setAttribute("sandbox", "allow-scripts");
  frame.title = "Extension sandbox";
  frame.hidden = true;
  frame.src = `/_assets/extension-sandbox.html${network ? "?network" : ""}`;
  const loaded = new Promise((resolve) => frame.addEventListener("load", resolve, { once: true }));
  document.body.append(frame);
  await loaded;
  const { port1, port2 } = new MessageChannel();
  const endpoint = createEndpoint<WorkerApi>(fromMessagePort(port1));
  endpoint.expose({ ...host });
  port1.start();
  // A frame without an origin can only be addressed by "*"; the message holds no secret.
  frame.contentWindow?.postMessage({ workerUrl: new URL(workerUrl, location.href).href }, "*", [port2]);
  return {
    worker: endpoint.call,
    stop: () => {
      endpoint.terminate();
      frame.remove();
    },
  };
}
