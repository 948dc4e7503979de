import type { RequestHandler, Response } from "express";
import { frameAncestors } from "../shopify/shops/frame-ancestors.server";

/**
 * Sets `frame-ancestors` on every HTML reply, whoever made it: pages, the library's bounce pages, errors, files.
 * What a page set itself is replaced.
 */
export const frameHeaders: RequestHandler = (request, response, next) => {
  // Put together, not resolved: "//" would be read as an address without a host.
  const address = `http://localhost${request.originalUrl}`;
  if (!URL.canParse(address)) {
    next(new URIError("Not an address"));
    return;
  }
  beforeHeaders(response, () => {
    if (!/^text\/html/i.test(String(response.getHeader("content-type") ?? ""))) return;
    response.setHeader("Content-Security-Policy", frameAncestors(new URL(address), request.headers.authorization));
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Referrer-Policy", "no-referrer");
  });
  next();
};

function beforeHeaders(response: Response, change: () => void): void {
  const writeHead = response.writeHead.bind(response);
  const changed = (...args: Parameters<typeof writeHead>) => {
    change();
    return writeHead(...args);
  };
  // Overloads cannot be spelled out by a rest parameter; the arguments are passed on as they came.
  response.writeHead = changed as typeof response.writeHead;
}
