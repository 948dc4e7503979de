import type { HostApi } from "../contract";

interface Entry {
  readonly key: string;
  readonly url: string;
  getState(): unknown;
}

/** The `navigation` global of customer accounts: full pages move within themselves, everything else leads away. */
export function createNavigation(host: HostApi, firstUrl: string) {
  const listeners = new Set<(event: { navigationType: string; from: Entry }) => void>();
  const entry = (url: string, state: unknown): Entry => ({ key: String(Math.random()), url, getState: () => state });
  let current = entry(firstUrl, undefined);
  const change = (next: Entry, navigationType: string) => {
    const from = current;
    current = next;
    for (const listener of listeners) listener({ navigationType, from });
  };
  return {
    get currentEntry() {
      return current;
    },
    navigate(url: string, options: { state?: unknown; history?: string } = {}) {
      if (url.startsWith("extension:")) change(entry(url, options.state), options.history === "replace" ? "replace" : "push");
      void host.navigate(url);
    },
    updateCurrentEntry: ({ state }: { state: unknown }) => change(entry(current.url, state), "replace"),
    addEventListener: (_type: string, listener: (event: { navigationType: string; from: Entry }) => void) => void listeners.add(listener),
    removeEventListener: (_type: string, listener: (event: { navigationType: string; from: Entry }) => void) => void listeners.delete(listener),
  };
}
