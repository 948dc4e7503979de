import { createRemoteRoot } from "@remote-ui/core";
import type { RemoteChannel } from "@remote-ui/core";
import { createEndpoint, fromMessagePort } from "@remote-ui/rpc";
import type { Components, ExtensionPoints } from "@shopify/post-purchase-ui-extensions";
import { COMPONENT_PROPS } from "../../../extensions/preview/post-purchase/component-props";
import type { HostApi, RunInput, ShouldRenderApi, WorkerApi } from "./contract";

declare function importScripts(...urls: string[]): void;

const SHOULD_RENDER = "Checkout::PostPurchase::ShouldRender";
const RENDER = "Checkout::PostPurchase::Render";

const registered: Partial<ExtensionPoints> = {};

Object.defineProperty(self, "shopify", {
  value: {
    extend<Point extends keyof ExtensionPoints>(point: Point, extension: ExtensionPoints[Point]) {
      registered[point] = extension;
    },
    reload() {},
  },
});

self.addEventListener("message", ({ ports: [port] }) => port && serve(port), { once: true });

function serve(port: MessagePort): void {
  const endpoint = createEndpoint<HostApi>(fromMessagePort(port));
  const page = endpoint.call;
  self.addEventListener("error", (event) => void page.failed(event.message));
  self.addEventListener("unhandledrejection", (event) => void page.failed(String(event.reason)));

  const storage = (storedData: unknown): ShouldRenderApi["storage"] => ({ initialData: storedData, update: (data) => page.updateStorage(data) });
  const standard = { version: "unstable" } as const;

  const api: WorkerApi = {
    load: (bundleUrl) => importScripts(bundleUrl),

    async shouldRender({ inputData, storedData }: RunInput) {
      const extension = registered[SHOULD_RENDER];
      if (!extension) return { render: false };
      return extension({ ...standard, extensionPoint: SHOULD_RENDER, locale: inputData.locale, inputData, storage: storage(storedData) });
    },

    async render({ inputData, storedData }: RunInput) {
      const extension = registered[RENDER];
      if (!extension) throw new Error(`The bundle registers nothing for ${RENDER}`);
      // A remote component is its own name; the keys are checked against the package where they are written.
      const components = Object.keys(COMPONENT_PROPS) as Components[keyof Components][];
      const channel: RemoteChannel = (type, ...payload) => page.receive(type, payload);
      const root: Parameters<typeof extension>[0] = createRemoteRoot(channel, { components, strict: true });
      // A promise is waited for, though the package types none.
      await Promise.resolve(extension(root, {
        ...standard,
        extensionPoint: RENDER,
        locale: inputData.locale,
        inputData,
        storage: storage(storedData),
        calculateChangeset: (changeset) => page.calculateChangeset(changeset),
        applyChangeset: (changeset, options) => page.applyChangeset(changeset, options),
        done: () => page.done(),
      }));
      // Shopify mounts once the callback has settled; an extension that mounted by itself is unaffected.
      void root.mount();
    },
  };
  endpoint.expose({ ...api });
  port.start();
}
