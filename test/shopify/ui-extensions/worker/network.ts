import type { BlockState } from "../contract";

const OTHER_WAYS = ["XMLHttpRequest", "WebSocket", "EventSource", "WebSocketStream", "WebTransport"] as const;

/**
 * Leaves the Worker only the network that Shopify leaves it: none without the capability, `fetch` alone with it; requests of
 * an admin extension are relative to the app and carry a session token. Scripts are loaded before this, none after.
 */
export function limitNetwork({ surface, extension, appUrl }: BlockState, idToken: () => Promise<string>): void {
  const scope: { fetch: typeof fetch } = globalThis;
  const original = scope.fetch.bind(globalThis);
  for (const name of [...OTHER_WAYS, "importScripts"]) Reflect.deleteProperty(scope, name);
  if (surface === "admin") {
    scope.fetch = async (input, init) => {
      const request = new Request(input instanceof Request ? input : new URL(String(input), `${appUrl}/`), init);
      if (new URL(request.url).origin === new URL(appUrl).origin && !request.headers.has("Authorization")) {
        request.headers.set("Authorization", `Bearer ${await idToken()}`);
      }
      return original(request);
    };
    return;
  }
  if (extension.capabilities.includes("network_access")) return;
  scope.fetch = async () => {
    throw new TypeError(`fetch is refused: ${extension.handle} does not have the capability network_access`);
  };
}
