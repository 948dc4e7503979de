import type { RemoteCallable } from "@remote-ui/rpc";
import { createEndpoint, fromMessagePort } from "@remote-ui/rpc";
import type { HostApi, WorkerApi } from "./contract";

/** One Worker with the extension's bundle in it; nothing of it survives `stop`. */
export interface SandboxedRun {
  readonly worker: RemoteCallable<WorkerApi>;
  stop(): void;
}

/** Starts a Worker inside a sandboxed frame without an origin; rejects when the bundle throws while loading. */
export async function startSandboxedRun(
  urls: { sandboxUrl: string; workerUrl: string; bundleUrls: readonly string[] },
  host: HostApi,
): Promise<SandboxedRun> {
  const frame = document.createElement("iframe");
  frame.setAttribute("sandbox", "allow-scripts");
  frame.title = "Extension sandbox";
  frame.hidden = true;
  frame.src = urls.sandboxUrl;
  const loaded = new Promise((resolve) => frame.addEventListener("load", resolve, { once: true }));
  document.body.append(frame);
  await loaded;

  const { port1, port2 } = new MessageChannel();
  const endpoint = createEndpoint<WorkerApi>(fromMessagePort(port1));
  endpoint.expose({ ...host });
  port1.start();
  // A frame without an origin can only be addressed by "*"; the message holds no secret.
  frame.contentWindow?.postMessage({ workerUrl: absolute(urls.workerUrl) }, "*", [port2]);
  const stop = () => {
    endpoint.terminate();
    frame.remove();
  };
  try {
    for (const bundleUrl of urls.bundleUrls) await endpoint.call.load(absolute(bundleUrl));
  } catch (error) {
    stop();
    throw error;
  }
  return { worker: endpoint.call, stop };
}

/** A Worker made from a blob has no address that a path could be relative to. */
function absolute(url: string): string {
  return new URL(url, location.href).href;
}
