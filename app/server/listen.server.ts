import { createServer } from "node:http";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Express } from "express";

/** Longer than a load balancer keeps its own connections, so that it never sends into one that is closing. */
const keepAliveMs = 75_000;
const shutdownMs = 15_000;

export interface Listener {
  port: number;
  /** Takes no new request, finishes those under way, then resolves; what still runs after 15 s is cut off. */
  close(): Promise<void>;
}

export async function listen(app: Express, host: string, port: number): Promise<Listener> {
  const server = createServer(app);
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, resolve);
  });
  server.keepAliveTimeout = keepAliveMs;
  server.headersTimeout = keepAliveMs + 1_000;
  // An address of a TCP server is never a string or null once it listens.
  const address = server.address() as AddressInfo;
  return { port: address.port, close: () => close(server) };
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const sweep = setInterval(() => { server.closeIdleConnections(); }, 100);
    const cutOff = setTimeout(() => { server.closeAllConnections(); }, shutdownMs);
    server.close(() => {
      clearInterval(sweep);
      clearTimeout(cutOff);
      resolve();
    });
  });
}
