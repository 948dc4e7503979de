import type { PostPurchaseRenderApi, PostPurchaseShouldRenderApi } from "@shopify/post-purchase-ui-extensions";

export type InputData = PostPurchaseRenderApi["inputData"];
export type CalculateResult = Awaited<ReturnType<PostPurchaseRenderApi["calculateChangeset"]>>;
export type ApplyResult = Awaited<ReturnType<PostPurchaseRenderApi["applyChangeset"]>>;

/** What an extension run is started with; functions cannot be in it, they cross as HostApi. */
export interface RunInput {
  readonly inputData: InputData;
  readonly storedData: unknown;
}

/** What the Worker offers to the page. */
export interface WorkerApi {
  load(bundleUrl: string): void;
  shouldRender(input: RunInput): Promise<{ render: boolean }>;
  render(input: RunInput): Promise<void>;
}

/** What the page offers to the Worker. */
export interface HostApi {
  /** A step of the remote tree: an action of `@remote-ui/core` with its arguments. */
  receive(action: number, payload: readonly unknown[]): void;
  updateStorage(data: unknown): Promise<void>;
  calculateChangeset: PostPurchaseRenderApi["calculateChangeset"];
  applyChangeset: PostPurchaseRenderApi["applyChangeset"];
  done(): Promise<void>;
  failed(message: string): void;
}

/** The page's state, written by the server into its HTML. */
export interface PageState {
  readonly bundleUrls: readonly string[];
  readonly workerUrl: string;
  readonly sandboxUrl: string;
  readonly shouldRender: InputData;
  readonly render: InputData;
  readonly urls: { readonly calculate: string; readonly apply: string; readonly done: string; readonly thankYou: string };
}

export type ShouldRenderApi = PostPurchaseShouldRenderApi;
