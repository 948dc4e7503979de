import type { IncomingMessage, ServerResponse } from "node:http";
import type { ActionFunctionArgs, LoaderFunctionArgs, ServerBuild } from "@remix-run/node";
import { createReadableStreamFromReadable } from "@remix-run/node";
import type { RequestHandler } from "express";

/** What weighs more is read as it comes, so that a route can refuse it. */
const smallBodyBytes = 64 * 1024;

interface Endpoint {
  action?: (args: ActionFunctionArgs) => unknown;
  loader?: (args: LoaderFunctionArgs) => unknown;
}

/**
 * Answers what buyers' blocks and Shopify send to routes without a page, and leaves everything else to Remix, which looks
 * through all routes anew for each request and takes bodies through streams: much of what such a request costs.
 * The route modules are the same; so are the answers.
 */
export function createEndpoints({ routes, entry }: ServerBuild): RequestHandler {
  const endpoints = new Map<string, Endpoint>();
  for (const route of Object.values(routes)) {
    if (!route?.path || /[:*]/.test(route.path) || route.module.default !== undefined) continue;
    if (route.path === "webhooks" || route.path.startsWith("api/")) endpoints.set(`/${route.path}`, route.module);
  }
  return (incoming, outgoing, next) => {
    const { method, path, originalUrl } = incoming;
    const endpoint = endpoints.get(path);
    const work = method === "POST" ? endpoint?.action : method === "OPTIONS" ? endpoint?.loader : undefined;
    // Remix's own way of asking for a route's data.
    if (!work || originalUrl.includes("_data=")) {
      next();
      return;
    }
    answer(incoming, outgoing, { work, handleError: entry.module.handleError }).catch(next);
  };
}

type HandleError = ServerBuild["entry"]["module"]["handleError"];

async function answer(incoming: IncomingMessage & { originalUrl: string }, outgoing: ServerResponse, { work, handleError }: { work: NonNullable<Endpoint["action"]>; handleError: HandleError }): Promise<void> {
  const request = await requestOf(incoming);
  // Whoever sent half a request waits for no answer.
  if (!request) return;
  const args = { request, params: {}, context: {} };
  try {
    const reply: unknown = await work(args);
    if (!(reply instanceof Response)) throw new TypeError("An endpoint answers with a Response");
    await send(reply, outgoing);
  } catch (thrown) {
    if (thrown instanceof Response) {
      await send(thrown, outgoing);
      return;
    }
    handleError?.(thrown, args);
    if (outgoing.headersSent) outgoing.destroy();
    else await send(new Response("Unexpected Server Error", { status: 500, headers: { "Content-Type": "text/plain" } }), outgoing);
  }
}

/** Null when the connection ended before the body did. */
async function requestOf(incoming: IncomingMessage & { originalUrl: string }): Promise<Request | null> {
  const { method = "GET", originalUrl } = incoming;
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(", ") : value);
  }
  // None of these routes looks at the host.
  const url = `http://localhost${originalUrl}`;
  if (method !== "POST") return new Request(url, { method, headers });
  const size = Number(incoming.headers["content-length"] ?? NaN);
  if (!(size <= smallBodyBytes)) return new Request(url, { method, headers, body: createReadableStreamFromReadable(incoming), duplex: "half" });
  const body = await readAll(incoming);
  return body && new Request(url, { method, headers, body });
}

function readAll(incoming: IncomingMessage): Promise<Buffer<ArrayBuffer> | null> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    incoming.on("data", (chunk: Buffer) => { chunks.push(chunk); });
    incoming.once("end", () => { resolve(Buffer.concat(chunks)); });
    incoming.once("close", () => { resolve(null); });
    incoming.once("error", () => { resolve(null); });
  });
}

async function send(reply: Response, outgoing: ServerResponse): Promise<void> {
  outgoing.statusCode = reply.status;
  for (const [name, value] of reply.headers) outgoing.setHeader(name, value);
  outgoing.end(reply.body === null ? undefined : Buffer.from(await reply.arrayBuffer()));
}
