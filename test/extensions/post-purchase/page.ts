import vm from "node:vm";
import { createRemoteReceiver, createRemoteRoot, KIND_COMPONENT } from "@remote-ui/core";
import type { RemoteReceiverAttachableChild, RemoteReceiverAttachableComponent } from "@remote-ui/core";
import type { Components, ExtensionPoints } from "@shopify/post-purchase-ui-extensions";
import { COMPONENT_PROPS, propProblems } from "../../../extensions/preview/post-purchase/component-props";
import type { ApplyResult, CalculateResult } from "../../shopify/post-purchase/contract";

/** Time runs this many times faster inside the Worker. */
const haste = 20;

export interface AppCall {
  path: string;
  token: string;
  request: unknown;
}
export interface Host {
  /** Answers the app's endpoints; `null` never answers. */
  app(call: AppCall): Response | null;
  calculate(changeset: unknown): Promise<CalculateResult>;
  apply(token: string): Promise<ApplyResult>;
  stored?: unknown;
  locale?: string;
}

export interface Page {
  calls: AppCall[];
  applied: string[];
  calculated: unknown[];
  done: number;
  stored: unknown;
  text(): string;
  button(label: string): { props: { disabled?: boolean; loading?: boolean; onPress(): void } } | undefined;
  select(label: string): { props: { value: string; options: Array<{ value: string }>; disabled?: boolean; onChange(value: string): void } } | undefined;
  components(type: string): RemoteReceiverAttachableComponent[];
  problems(): string[];
}

/** Loads the bundle as the page's Worker does; nothing but what Shopify documents is there. */
export function loadExtension(code: string, host: Host) {
  const registered: Partial<ExtensionPoints> = {};
  const calls: AppCall[] = [];
  const self = {
    shopify: {
      extend: <Point extends keyof ExtensionPoints>(point: Point, extension: ExtensionPoints[Point]) => {
        registered[point] = extension;
      },
    },
  };
  vm.runInNewContext(code, {
    self,
    AbortController,
    setTimeout: (work: () => void, ms: number) => setTimeout(work, ms / haste),
    clearTimeout,
    fetch: async (url: string, init: RequestInit) => {
      // A header of its own would cost a preflight.
      if (init.headers !== undefined || typeof init.body !== "string") throw new Error("Not the page's way to ask");
      const call: AppCall = { path: new URL(url).pathname, ...(JSON.parse(init.body) as { token: string; request: unknown }) };
      calls.push(call);
      const answer = host.app(call);
      if (answer) return answer;
      return new Promise((_resolve, reject) => init.signal?.addEventListener("abort", () => { reject(new Error("aborted")); }));
    },
  });
  return { registered, calls };
}

const inputData = (locale: string) => ({
  extensionPoint: "Checkout::PostPurchase::Render", locale, token: "the.purchase.token", version: "unstable",
  shop: { id: 1, domain: "s.myshopify.com", metafields: [] },
  initialPurchase: { referenceId: "r", totalPriceSet: bag("10.00"), lineItems: [] },
});

function bag(amount: string) {
  const money = { amount, currencyCode: "GBP" };
  return { shopMoney: money, presentmentMoney: money };
}

export async function runShouldRender(code: string, host: Host): Promise<{ render: boolean; stored: unknown; calls: AppCall[] }> {
  const { registered, calls } = loadExtension(code, host);
  let stored: unknown;
  const extension = registered["Checkout::PostPurchase::ShouldRender"];
  if (!extension) throw new Error("not registered");
  const { render } = await extension({
    version: "unstable", locale: "en", extensionPoint: "Checkout::PostPurchase::ShouldRender", inputData: inputData("en"),
    storage: { initialData: undefined, update: async (data) => { stored = data; } },
  });
  return { render, stored, calls };
}

/** Runs Render against a strict host: an unknown component or prop is a problem. */
export async function openPage(code: string, host: Host): Promise<Page> {
  const { registered, calls } = loadExtension(code, host);
  const extension = registered["Checkout::PostPurchase::Render"];
  if (!extension) throw new Error("not registered");
  const receiver = createRemoteReceiver();
  // A remote component is its own name; the keys are checked against the package where they are written.
  const components = Object.keys(COMPONENT_PROPS) as Components[keyof Components][];
  const root: Parameters<typeof extension>[0] = createRemoteRoot(receiver.receive, { components, strict: true });
  const locale = host.locale ?? "en";
  const page: Page = {
    calls, applied: [], calculated: [], done: 0, stored: host.stored,
    text: () => all().map((child) => (child.kind === KIND_COMPONENT ? titleOf(child) : child.text)).filter(Boolean).join(" | "),
    button: (label) => find("Button", (child) => textOf(child).startsWith(label)),
    select: (label) => find("Select", (child) => propsOf(child).label === label),
    components: (type) => all().filter((child) => child.kind === KIND_COMPONENT).filter((child) => child.type === type),
    problems: () => all().flatMap((child) => (child.kind === KIND_COMPONENT ? propProblems(child.type, propsOf(child)) : [])),
  };
  const all = () => descendants(receiver.attached.root.children);
  // The test names the props that it looks at.
  const find = (type: string, fits: (child: RemoteReceiverAttachableComponent) => boolean) => page.components(type).find(fits) as never;

  extension(root, {
    version: "unstable", locale, extensionPoint: "Checkout::PostPurchase::Render", inputData: inputData(locale),
    storage: { initialData: host.stored, update: async () => undefined },
    calculateChangeset: async (changeset) => {
      page.calculated.push(changeset);
      return host.calculate(changeset);
    },
    applyChangeset: async (token) => {
      page.applied.push(token);
      return host.apply(token);
    },
    done: async () => { page.done += 1; },
  });
  await settle();
  return page;
}

/** Long enough for whatever the extension waits for of its own accord. */
export async function settle(ms = 100): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, ms));
}

function descendants(children: readonly RemoteReceiverAttachableChild[]): RemoteReceiverAttachableChild[] {
  return children.flatMap((child) => [child, ...(child.kind === KIND_COMPONENT ? descendants(child.children) : [])]);
}

function propsOf(child: RemoteReceiverAttachableComponent): Record<string, unknown> {
  return Object.assign({}, child.props);
}

function titleOf(child: RemoteReceiverAttachableComponent): string {
  const { title } = propsOf(child);
  return typeof title === "string" ? title : "";
}

function textOf(child: RemoteReceiverAttachableComponent): string {
  return descendants(child.children).map((inner) => (inner.kind === KIND_COMPONENT ? "" : inner.text)).join("");
}
