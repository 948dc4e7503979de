import type { RemoteConnection } from "@remote-dom/core/elements";
import type { BlockTexts } from "../../../extensions/preview/i18n";
import type { Surface } from "./elements/element-spec";

/** One block on a page, written by the server into its HTML: which extension, and what its `shopify` global says. */
export interface BlockState {
  /** Id of the element that the block is drawn in. */
  readonly id: string;
  readonly target: string;
  readonly surface: Surface;
  readonly extension: {
    readonly handle: string;
    readonly name: string;
    readonly apiVersion: string;
    readonly capabilities: readonly string[];
    /** The bundle that Shopify's CLI built. */
    readonly bundleUrls: readonly string[];
  };
  /** Values that never change, by their path in the global ("shop.name"). */
  readonly constants: Values;
  /** Values that change, by their path ("cost.totalAmount"); null stands for undefined, which JSON has not. */
  readonly signals: Values;
  readonly texts: BlockTexts;
  /** Names of the functions in the global that the server answers ("applyCartLinesChange"). */
  readonly calls: readonly string[];
  /** Where they are asked: POST `{ handle, target, call, args }`, answered as CallAnswer. */
  readonly callUrl: string;
  /** Under what its `storage` is kept in the browser. */
  readonly storageKey: string;
  /** Origin of the app, to which an admin extension's requests are relative and signed. */
  readonly appUrl: string;
  readonly accountPath: string;
  /** Where a full page begins, as `navigation.currentEntry` tells it. */
  readonly startUrl: string;
}

export type Values = Readonly<Record<string, unknown>>;

/** What the server answers to a call: its result, and what changed for every block of the page. */
export interface CallAnswer {
  readonly result: unknown;
  readonly signals: Values;
}

/** What the page offers to the Worker. */
export interface HostApi {
  mutate: RemoteConnection["mutate"];
  call: RemoteConnection["call"];
  /** A function of the global that the server answers. */
  ask(call: string, args: readonly unknown[]): Promise<unknown>;
  readStorage(): Promise<Record<string, unknown>>;
  writeStorage(entries: Record<string, unknown>): Promise<void>;
  navigate(url: string): Promise<void>;
  toast(text: string): Promise<void>;
  /** Something that Shopify would refuse or that went wrong, in words. */
  failed(message: string): Promise<void>;
}

/** What the Worker offers to the page. */
export interface WorkerApi {
  /** Runs the extension with the elements of its surface: ElementSpecs as JSON, which crosses quicker than an object. */
  start(state: BlockState, specs: string): Promise<void>;
  update(signals: Values): void;
}
