import { openTarget } from "./navigation";
import type { Frame } from "./frame-connection";

const RETRY = "X-Shopify-Retry-Invalid-Session-Request";
const REAUTHORIZE = "X-Shopify-API-Request-Failure-Reauthorize-Url";

/** Makes every request to the app's own origin carry a fresh session token, and follows what the library's replies ask for. */
export function patchFetch(frame: Frame): void {
  const plainFetch = window.fetch.bind(window);

  window.fetch = async (input, init) => {
    const request = new Request(input, init);
    const own = new URL(request.url).origin === location.origin;
    if (!own || request.headers.has("Authorization")) return plainFetch(request);
    const again = request.clone();
    const response = await plainFetch(await authorized(request, frame));
    const settled = response.status === 401 && response.headers.has(RETRY) ? await plainFetch(await authorized(again, frame)) : response;
    const reauthorize = settled.headers.get(REAUTHORIZE);
    if (reauthorize !== null) openTarget(frame, new URL(reauthorize, location.href).href, "_top");
    return settled;
  };
}

async function authorized(request: Request, frame: Frame): Promise<Request> {
  const headers = new Headers(request.headers);
  headers.set("Authorization", `Bearer ${await frame.idToken()}`);
  headers.set("X-Requested-With", "XMLHttpRequest");
  return new Request(request, { headers });
}
