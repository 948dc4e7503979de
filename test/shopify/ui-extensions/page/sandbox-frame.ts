import type { RemoteCallable } from "@remote-ui/rpc";
import { createEndpoint, fromMessagePort } from "@remote-ui/rpc";
import type { HostApi, WorkerApi } from "../contract";

const frames = new Map<boolean, Promise<HTMLIFrameElement>>();

/** The frame without an origin that Workers are made in, one with network and one without; made when it is first needed. */
function sandboxFrame(network: boolean): Promise<HTMLIFrameElement> {
  const known = frames.get(network);
  if (known) return known;
  const frame = document.createElement("iframe");
  frame.setAttribute("sandbox", "allow-scripts");
  frame.title = "Extension sandbox";
  frame.hidden = true;
  frame.src = `/_assets/extension-sandbox.html${network ? "?network" : ""}`;
  const loaded = new Promise<HTMLIFrameElement>((resolve) => frame.addEventListener("load", () => resolve(frame), { once: true }));
  document.body.append(frame);
  frames.set(network, loaded);
  return loaded;
}

/** Starts a Worker inside a frame without an origin; the frame forbids its network unless `network` is given. */
export async function startSandbox(workerUrl: string, network: boolean, host: HostApi): Promise<{ worker: RemoteCallable<WorkerApi> }> {
  const frame = await sandboxFrame(network);
  const { port1, port2 } = new MessageChannel();
  const endpoint = createEndpoint<WorkerApi>(fromMessagePort(port1));
  endpoint.expose({ ...host });
  port1.start();
  // A frame without an origin can only be addressed by "*"; the message holds no secret.
  frame.contentWindow?.postMessage({ workerUrl: new URL(workerUrl, location.href).href }, "*", [port2]);
  // In an object: by itself it would be taken for a promise, since it seems to have any method.
  return { worker: endpoint.call };
}
