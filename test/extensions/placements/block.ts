// First: it makes the `document` and `customElements` of a Worker.
import "@remote-dom/core/polyfill";
import { connectRemoteNode, RemoteEvent } from "@remote-dom/core/elements";
import { vi } from "vitest";
import type { ElementSpecs } from "../../shopify/ui-extensions/elements/element-spec";
import { surfaceOf } from "../../shopify/ui-extensions/elements/element-spec";
import SPECS from "../../shopify/ui-extensions/elements/elements.json";
import { flatten } from "../../shopify/ui-extensions/read-extensions";
import { checkedConnection, defineElements } from "../../shopify/ui-extensions/worker/elements";
import { HostSignals } from "../../shopify/ui-extensions/worker/signals";
import { createI18n } from "../../../extensions/preview/i18n";
import type { Extension } from "./bundles";
import { buildBundle, readTexts } from "./bundles";
import type { Drawn } from "./drawn";
import { drawnIn, propertyOf } from "./drawn";

export interface AppCall {
  path: string;
  authorization: string | null;
  // What a test expects of a body it says itself.
  body: Record<string, unknown>;
}

/** What a test has to say of the place where a block runs. */
export interface Place {
  extension: Extension;
  target: string;
  language?: string;
  currency?: string;
  isEditor?: boolean;
  /** Values of the `shopify` global that change, by their path. */
  signals?: Record<string, unknown>;
  /** Functions of the `shopify` global. */
  functions?: Record<string, (...args: never[]) => unknown>;
  /** Answers the app's endpoints; `null` never answers. */
  app(call: AppCall): Response | null;
}

export interface Block {
  readonly calls: AppCall[];
  /** What stands on the page now. */
  drawn(): Drawn;
  update(signals: Record<string, unknown>): Promise<void>;
  click(label: string): Promise<void>;
  /** A field's new value, as the shopper leaves it. */
  fill(label: string, value: string): Promise<void>;
  turn(label: string, isOn: boolean): Promise<void>;
}

let defined: string | null = null;
const fail = (message: string): never => {
  throw new Error(message);
};

/** Runs a bundle as Shopify's Worker does: with the elements of its surface alone, whose properties are checked. */
export async function openBlock(place: Place): Promise<Block> {
  const { code } = await buildBundle(place.extension);
  prepareDocument(place.target);
  const calls: AppCall[] = [];
  const signals = new HostSignals({
    "extension.rendered": true,
    "localization.language": { isoCode: place.language ?? "en" },
    "localization.country": { isoCode: "GB" },
    settings: {},
    ...place.signals,
  });
  const runs = new Map<string, () => unknown>();
  vi.stubGlobal("shopify", buildShopify(place, signals, runs));
  vi.stubGlobal("fetch", (url: string, init: RequestInit) => answer(place, calls, url, init));
  // As a script, not as a module: the bundle finds its globals by name.
  (0, eval)(code);
  const run = runs.get(place.target) ?? fail(`nothing is registered for ${place.target}`);
  let isRunning = true;
  const starting = Promise.resolve(run()).finally(() => (isRunning = false));
  // A block waits a moment for its answer; with fake timers that moment has to pass.
  do await settle();
  while (isRunning);
  await starting;
  return {
    calls,
    drawn: () => drawnIn(document.body),
    async update(values) {
      signals.update(values);
      await settle();
    },
    click: (label) => act(label, "click", {}),
    fill: (label, value) => act(label, "change", { value }),
    turn: (label, checked) => act(label, "change", { checked }),
  };
}

/** Lets promises, effects and drawing come to rest; with fake timers their time passes too. */
export async function settle(): Promise<void> {
  for (let round = 0; round < 6; round++) {
    if (vi.isFakeTimers()) await vi.advanceTimersByTimeAsync(20);
    else await new Promise((resolve) => setTimeout(resolve, 12));
  }
}

async function act(label: string, type: string, state: object): Promise<void> {
  const element = drawnIn(document.body).named(label) ?? fail(`nothing is called "${label}"`);
  if (propertyOf(element, "disabled") === true) fail(`"${label}" is disabled`);
  // As the host does: what a field became is there before its listeners run.
  Object.assign(element, state);
  element.dispatchEvent(new RemoteEvent(type, { detail: {} }));
  await settle();
}

function prepareDocument(target: string): void {
  const surface = surfaceOf(target);
  // Generated from Shopify's declarations in this very shape.
  const specs = SPECS.surfaces[surface] as ElementSpecs;
  if (defined === null) {
    defineElements(specs, fail);
    connectRemoteNode(document.body, checkedConnection({ mutate: () => undefined, call: () => undefined }, specs, fail));
    defined = surface;
  }
  if (defined !== surface) fail(`A test file has the elements of one surface: ${defined}`);
  while (document.body.firstChild) document.body.firstChild.remove();
  // Preact draws anew into a root that it does not know.
  Reflect.deleteProperty(document.body, "__k");
}

function buildShopify({ extension, target, language = "en", currency = "GBP", isEditor, functions }: Place, signals: HostSignals, runs: Map<string, () => unknown>) {
  const translations = flatten(readTexts(extension, language));
  const root: Record<string, unknown> = {
    extend: (name: string, run: () => unknown) => void runs.set(name, run),
    setSignals: (Signal: Parameters<HostSignals["trackWith"]>[0]) => signals.trackWith(Signal),
    sessionToken: { get: async () => "the.session.token" },
    i18n: createI18n({ language, extensionLanguage: language, currency, translations }, fail),
    extension: { target, ...(isEditor ? { editor: { type: "checkout" } } : {}) },
    ...functions,
  };
  for (const [path, signal] of signals.entries()) setAt(root, path.split("."), signal);
  return root;
}

function setAt(at: Record<string, unknown>, [name = "", ...rest]: string[], value: unknown): void {
  if (rest.length === 0) {
    at[name] = value;
    return;
  }
  const next = at[name] ?? {};
  at[name] = next;
  // Paths lead through objects only.
  setAt(next as Record<string, unknown>, rest, value);
}

function answer({ app }: Place, calls: AppCall[], url: string, init: RequestInit): Promise<Response> {
  const { pathname } = new URL(url);
  // The extensions send JSON objects.
  const body = (typeof init.body === "string" ? JSON.parse(init.body) : {}) as Record<string, unknown>;
  const call = { path: pathname, authorization: new Headers(init.headers).get("Authorization"), body };
  calls.push(call);
  const response = app(call);
  if (response) return Promise.resolve(response);
  return new Promise((_resolve, reject) => init.signal?.addEventListener("abort", () => reject(new Error("aborted"))));
}
