// First: it makes the Worker's `document`, `window` and `customElements`.
import "@remote-dom/core/polyfill";
import { BatchingRemoteConnection, connectRemoteNode, setRemoteId } from "@remote-dom/core/elements";
import { createEndpoint, fromMessagePort } from "@remote-ui/rpc";
import type { HostApi, WorkerApi } from "../contract";
import type { ElementSpecs } from "../elements/element-spec";
import { checkedConnection, defineElements } from "./elements";
import { createNavigation } from "./navigation";
import { limitNetwork } from "./network";
import { buildGlobal } from "./shopify-global";
import type { HostSignals } from "./signals";

declare function importScripts(...urls: string[]): void;

/** The id of the root in `@remote-dom/core`'s protocol. */
const ROOT_ID = "~";

self.addEventListener("message", ({ ports: [port] }: MessageEvent) => port && serve(port), { once: true });

function serve(port: MessagePort): void {
  const endpoint = createEndpoint<HostApi>(fromMessagePort(port));
  const page = endpoint.call as unknown as HostApi;
  const fail = (message: string): never => {
    void page.failed(message);
    throw new Error(message);
  };
  self.addEventListener("error", (event) => void page.failed(event.message));
  self.addEventListener("unhandledrejection", (event) => void page.failed(String(event.reason)));
  let signals: HostSignals | null = null;

  const api: WorkerApi = {
    async start(state, specs) {
      const runs = new Map<string, () => unknown>();
      const built = buildGlobal(state, page, (target, run) => void runs.set(target, run), (message) => void page.failed(message));
      signals = built.signals;
      // Written as ElementSpecs by the page.
      prepareDocument(JSON.parse(specs) as ElementSpecs, page, fail);
      Object.defineProperty(globalThis, "shopify", { value: built.global });
      if (state.surface === "customer-account") Object.defineProperty(globalThis, "navigation", { value: createNavigation(page, state.startUrl), configurable: true });
      for (const url of state.extension.bundleUrls) importScripts(url);
      limitNetwork(state, async () => String(await page.ask("auth.idToken", [])));
      const run = runs.get(state.target) ?? fail(`The bundle registers nothing for ${state.target}`);
      try {
        await run();
      } catch (error) {
        await page.failed(String(error));
      }
    },
    update: (values) => signals?.update(values),
  };
  endpoint.expose({ ...api });
  port.start();
}

/** Gives the document the surface's elements, and lets the page know of every change of its body. */
function prepareDocument(specs: ElementSpecs, page: HostApi, fail: (message: string) => never): void {
  defineElements(specs, fail);
  const connection = new BatchingRemoteConnection({
    mutate: (records) => page.mutate(records),
    call: (id, method, ...args) => page.call(id, method, ...args),
  });
  setRemoteId(document.body, ROOT_ID);
  connectRemoteNode(document.body, checkedConnection(connection, specs, fail));
}
