import { createServer, request as httpRequest } from "node:http";
import type { IncomingHttpHeaders, IncomingMessage, Server, ServerResponse } from "node:http";
import { CDN_APP_BRIDGE, createPageRewriter } from "./page-rewriter";

export interface TunnelOptions {
  /** Where the app listens, "http://127.0.0.1:PORT". */
  target: () => string;
  /** Origin of the local admin, which may frame the app. */
  adminOrigin: () => string;
  /** Whether browsers give the app's pages a process of their own, as they do at Shopify, where admin and app are two sites. */
  ownProcess?: boolean;
}

/**
 * The tunnel to the app, as the Shopify CLI opens one in development. It changes only what an admin on localhost makes
 * necessary: who may frame the app, and in HTML the address of App Bridge.
 */
export function createTunnel(options: TunnelOptions): Server {
  return createServer((request, response) => {
    const target = new URL(request.url ?? "/", options.target());
    const host = request.headers.host ?? "";
    const headers: IncomingHttpHeaders = {
      ...request.headers,
      "x-forwarded-for": request.socket.remoteAddress ?? "127.0.0.1",
      "x-forwarded-host": host,
      "x-forwarded-proto": "http",
      // Pages are rewritten, so they have to come uncompressed; everything else may be compressed.
      ...(request.headers.accept?.includes("text/html") ? { "accept-encoding": "identity" } : {}),
    };
    const upstream = httpRequest(target, { method: request.method, headers }, (reply) => forward(reply, response, options.adminOrigin(), options.ownProcess ?? false));
    upstream.on("error", () => {
      if (response.headersSent) response.destroy();
      else response.writeHead(502, { "content-type": "text/plain" }).end("The app does not answer");
    });
    response.on("close", () => upstream.destroy());
    request.pipe(upstream);
  });
}

function forward(reply: IncomingMessage, response: ServerResponse, adminOrigin: string, ownProcess: boolean): void {
  const headers = { ...reply.headers };
  if (ownProcess) headers["origin-agent-cluster"] = "?1";
  const policy = headers["content-security-policy"];
  if (typeof policy === "string") headers["content-security-policy"] = allowFraming(policy, adminOrigin);
  // Asks the browser to load App Bridge early, which the page then has from here.
  if (typeof headers["link"] === "string") headers["link"] = headers["link"].replace(CDN_APP_BRIDGE, `${adminOrigin}/app-bridge.js`);
  const html = (headers["content-type"] ?? "").includes("text/html") && headers["content-encoding"] === undefined;
  if (!html) {
    response.writeHead(reply.statusCode ?? 502, headers);
    reply.pipe(response);
    return;
  }
  delete headers["content-length"];
  response.writeHead(reply.statusCode ?? 502, headers);
  reply.on("error", () => response.destroy());
  reply.pipe(createPageRewriter(adminOrigin)).pipe(response);
}

/** The policy with the local admin added to those who may frame the page; unchanged when it says nothing of framing. */
export function allowFraming(policy: string, adminOrigin: string): string {
  return policy.replace(/frame-ancestors [^;]*/, (directive) => `${directive.replace(/ 'none'/, "").trimEnd()} ${adminOrigin}`);
}
