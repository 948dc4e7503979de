import type { BlockState, HostApi } from "../contract";
import { HostSignals } from "./signals";
import { createI18n } from "../../../../extensions/preview/i18n";

export type Extend = (target: string, run: () => unknown) => void;

/** The `shopify` global of a block: what the server wrote of it, its signals, and functions that lead to the page. */
export function buildGlobal(state: BlockState, host: HostApi, extend: Extend, fail: (message: string) => void) {
  const signals = new HostSignals(state.signals);
  const root: Record<string, unknown> = {};
  for (const [path, value] of Object.entries(state.constants)) setAt(root, path, value);
  for (const [path, signal] of signals.entries()) setAt(root, path, signal);
  for (const call of state.calls) setAt(root, call, (...args: unknown[]) => host.ask(call, args));
  Object.assign(root, {
    i18n: createI18n(state.texts, fail),
    storage: state.surface === "admin" ? adminStorage(host) : storage(host),
    extend,
    reload: () => undefined,
    setSignals(Signal: Parameters<HostSignals["trackWith"]>[0]) {
      signals.trackWith(Signal);
    },
  });
  if (state.surface !== "admin") root["analytics"] = { publish: async () => true, visitor: async () => ({ type: "success" }) };
  if (state.surface === "checkout") setAt(root, "buyerJourney.intercept", async () => () => undefined);
  if (state.surface !== "checkout") {
    root["toast"] = {
      show: async (text: string) => {
        await host.toast(text);
        return { hide: () => undefined };
      },
    };
    root["intents"] = { invoke: async () => ({ complete: Promise.resolve({ code: "error", message: "The local Shopify opens no intents" }) }) };
  }
  return { global: root, signals };
}

function setAt(root: Record<string, unknown>, path: string, value: unknown): void {
  const names = path.split(".");
  const last = names.pop() ?? path;
  let at = root;
  for (const name of names) {
    const next = at[name] ?? {};
    at[name] = next;
    // The parents of a path are objects: no path ends where another one goes on.
    at = next as Record<string, unknown>;
  }
  at[last] = value;
}

function storage(host: HostApi) {
  return {
    read: async (key: string) => (await host.readStorage())[key] ?? null,
    write: (key: string, data: unknown) => host.writeStorage({ [key]: data }),
    delete: (key: string) => host.writeStorage({ [key]: undefined }),
  };
}

function adminStorage(host: HostApi) {
  const get = async (key: string) => (await host.readStorage())[key];
  const remove = async (key: string) => {
    const there = (await get(key)) !== undefined;
    await host.writeStorage({ [key]: undefined });
    return there;
  };
  return {
    get,
    set: (key: string, value: unknown) => host.writeStorage({ [key]: value }),
    setMany: (entries: Record<string, unknown>) => host.writeStorage(entries),
    getMany: (keys: string[]) => Promise.all(keys.map(get)),
    delete: remove,
    deleteMany: async (keys: string[]) => Object.fromEntries(await Promise.all(keys.map(async (key) => [key, await remove(key)] as const))),
    clear: async () => host.writeStorage(Object.fromEntries(Object.keys(await host.readStorage()).map((key) => [key, undefined]))),
    entries: async () => Object.entries(await host.readStorage()).values(),
  };
}
