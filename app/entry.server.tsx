import { PassThrough } from "node:stream";
import { createReadableStreamFromReadable } from "@remix-run/node";
import type { EntryContext, HandleErrorFunction } from "@remix-run/node";
import { isRouteErrorResponse, RemixServer } from "@remix-run/react";
import { isbot } from "isbot";
import { renderToPipeableStream } from "react-dom/server";
import { I18nextProvider } from "react-i18next";
import { requestLanguage } from "./i18n/languages";
import { textsIn } from "./i18n/translator.server";
import { log } from "./log.server";
import { addDocumentResponseHeaders } from "./shopify/shops/app.server";
import { frameAncestors } from "./shopify/shops/frame-ancestors.server";

/** For the server's start: what it loads is kept beside the routes. */
export { warmUp } from "./services/decisions/warm-up.server";

/** How long a page may wait for deferred data before it is cut off. */
export const streamTimeout = 5_000;

export default async function handleRequest(request: Request, status: number, headers: Headers, context: EntryContext): Promise<Response> {
  addDocumentResponseHeaders(request, headers);
  headers.set("Content-Security-Policy", frameAncestors(new URL(request.url), request.headers.get("authorization")));
  headers.set("Content-Type", "text/html; charset=utf-8");
  const ready = isbot(request.headers.get("user-agent") ?? "") ? "onAllReady" : "onShellReady";

  return new Promise((resolve, reject) => {
    let shellIsSent = false;
    const page = (
      <I18nextProvider i18n={textsIn(requestLanguage(request))}>
        <RemixServer context={context} url={request.url} abortDelay={streamTimeout} />
      </I18nextProvider>
    );
    const { pipe, abort } = renderToPipeableStream(page, {
      [ready]: () => {
        shellIsSent = true;
        const body = new PassThrough();
        resolve(new Response(createReadableStreamFromReadable(body), { status, headers }));
        pipe(body);
      },
      onShellError: reject,
      onError: (error: unknown) => {
        status = 500;
        // Before the shell the rejection carries it to `handleError`.
        if (shellIsSent) log.error({ err: error }, "a page broke off while it was sent");
      },
    });
    // One second more, so that React can still send what it has given up on.
    setTimeout(abort, streamTimeout + 1_000).unref();
  });
}

export const handleError: HandleErrorFunction = (error, { request }) => {
  // Visitors who leave, and addresses that never were, are no faults.
  if (request.signal.aborted || (isRouteErrorResponse(error) && error.status < 500)) return;
  log.error({ err: error, method: request.method, path: new URL(request.url).pathname }, "a request failed");
};
