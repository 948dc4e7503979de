import { DOMRemoteReceiver } from "@remote-dom/core/receivers";
import { release, retain } from "@remote-ui/rpc";
import type { BlockState, HostApi, Values } from "../contract";
import type { ElementSpecs } from "../elements/element-spec";
import { startSandbox } from "./sandbox-frame";
import { createStorage } from "./storage";

/** What a page does for its blocks. */
export interface BlockPage {
  ask(state: BlockState, call: string, args: readonly unknown[]): Promise<unknown>;
  navigate(state: BlockState, url: string): void;
  toast(text: string): void;
  failed(state: BlockState, message: string): void;
}

/** What every block of a surface is run with. */
export interface BlockSources {
  readonly workerUrl: string;
  readonly specs: ElementSpecs;
}

export interface RunningBlock {
  readonly state: BlockState;
  update(signals: Values): void;
}

// What stands for content that is still on its way.
const WAITING = "s-skeleton-paragraph, s-spinner";

/** Runs an extension in its element, which tells by `data-state` how far it is and by `data-first-content-ms` how fast it was. */
export function startBlock(state: BlockState, element: HTMLElement, { workerUrl, specs }: BlockSources, page: BlockPage): RunningBlock {
  const startedAt = performance.mark(`extension-start:${state.id}`).startTime;
  const root = document.createElement("div");
  root.className = "extension-root";
  element.append(root);
  element.dataset["state"] = "starting";
  const receiver = new DOMRemoteReceiver({ root, retain, release });
  const storage = createStorage(state.storageKey);
  const told = new Set<string>();
  // What fails is told where it happens and again where nobody caught it.
  const failed = (thrown: string) => {
    const message = thrown.replace(/^(?:Uncaught )?(?:\(in promise\) )?(?:Error: )?/, "");
    element.dataset["state"] = "failed";
    if (!told.has(message)) page.failed(state, message);
    told.add(message);
  };
  const note = () => {
    const since = performance.now() - startedAt;
    if (root.childElementCount === 0) {
      if (element.dataset["state"] === "rendered") element.dataset["state"] = "empty";
      return;
    }
    element.dataset["firstRenderMs"] ??= since.toFixed(0);
    if (element.dataset["state"] === "starting" || element.dataset["state"] === "empty") element.dataset["state"] = "rendered";
    if (element.dataset["firstContentMs"] === undefined && root.querySelector(WAITING) === null) {
      element.dataset["firstContentMs"] = since.toFixed(0);
      performance.measure(`extension-first-content:${state.id}`, { start: startedAt, end: performance.now() });
    }
  };
  const host: HostApi = {
    mutate: (records) => {
      try {
        receiver.connection.mutate(records);
      } catch (error) {
        failed(error instanceof Error ? error.message : String(error));
      }
      note();
    },
    call: (id, method, ...args) => receiver.connection.call(id, method, ...args),
    ask: (call, args) => page.ask(state, call, args),
    readStorage: async () => storage.read(),
    writeStorage: async (entries) => storage.write(entries),
    navigate: async (url) => page.navigate(state, url),
    toast: async (text) => page.toast(text),
    failed: async (message) => failed(message),
  };
  const network = state.surface === "admin" || state.extension.capabilities.includes("network_access");
  const starting = startSandbox(workerUrl, network, host);
  starting
    // A Worker made from a blob has no address that a path could be relative to.
    .then(({ worker }) => worker.start({ ...state, extension: { ...state.extension, bundleUrls: state.extension.bundleUrls.map((url) => new URL(url, location.href).href) } }, JSON.stringify(specs)))
    // An extension that has nothing to say leaves its place empty.
    .then(() => requestAnimationFrame(() => (element.dataset["state"] = element.dataset["state"] === "starting" ? "empty" : element.dataset["state"])))
    .catch((error: unknown) => failed(error instanceof Error ? error.message : String(error)));
  return {
    state,
    update: (signals) => void starting.then(({ worker }) => worker.update(signals)),
  };
}
