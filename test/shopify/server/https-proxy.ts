import { createServer } from "node:http";
import type { RequestListener, Server } from "node:http";
import type { Duplex } from "node:stream";
import { TLSSocket } from "node:tls";
import type { LocalAuthority } from "./certificates";

/** The hosts that are Shopify's; the proxy opens no tunnel to any other, so nothing leaves the machine unnoticed. */
export function isShopifyHost(host: string): boolean {
  return host.endsWith(".myshopify.com") || host === "storage.googleapis.com" || host === "cdn.shopify.com" || host === "monorail-edge.shopifysvc.com";
}

/**
 * An HTTPS proxy that stands at Shopify's addresses: CONNECT to one of its hosts ends here, in TLS, and the request
 * goes to `listener` with its real Host header.
 */
export function createHttpsProxy(authority: LocalAuthority, listener: RequestListener, onRefused: (host: string) => void): Server {
  const inner = createServer(listener);
  const proxy = createServer((request, response) => {
    onRefused(request.headers.host ?? "");
    response.writeHead(501, { "content-type": "text/plain" }).end("Only HTTPS to Shopify's hosts is served here");
  });
  const open = new Set<Duplex>();
  proxy.on("connect", (request, socket: Duplex, head: Buffer) => {
    open.add(socket);
    socket.on("close", () => open.delete(socket));
    socket.on("error", () => socket.destroy());
    const host = (request.url ?? "").split(":")[0] ?? "";
    if (!isShopifyHost(host)) {
      onRefused(host);
      socket.end("HTTP/1.1 502 Not a host of Shopify\r\n\r\n");
      return;
    }
    const answer = async () => {
      const secureContext = await authority.contextFor(host);
      socket.write("HTTP/1.1 200 Connection established\r\n\r\n");
      if (head.length > 0) socket.unshift(head);
      const secure = new TLSSocket(socket, { isServer: true, secureContext });
      secure.on("error", () => secure.destroy());
      inner.emit("connection", secure);
    };
    answer().catch(() => socket.destroy());
  });
  proxy.on("close", () => {
    for (const socket of open) socket.destroy();
    inner.close();
  });
  return proxy;
}

/** Drops tunnels that a client keeps open, so that closing the proxy does not wait for them. */
export function closeProxy(proxy: Server): Promise<void> {
  return new Promise((resolve) => {
    proxy.close(() => resolve());
    proxy.closeAllConnections();
    proxy.emit("close");
  });
}
