import { setTimeout as sleep } from "node:timers/promises";
import type { RequestHandler } from "express";

/** Long enough for a load balancer to notice, and for connections that wait to be accepted. */
const drainMs = 1_000;
/** While requests still follow each other this closely, clients have not noticed yet … */
const quietMs = 500;
/** … but whoever ends processes does not wait for ever. */
const patienceMs = 10_000;

export interface Drain {
  middleware: RequestHandler;
  /** Keeps answering until nobody comes any more, 10 s at most, but tells clients to go elsewhere. */
  begin(): Promise<void>;
}

/** The first part of an orderly end: whoever still comes is answered, and is not invited to stay. */
export function createDrain(): Drain {
  let isDraining = false;
  let lastRequestAt = 0;
  return {
    middleware(request, response, next) {
      if (!isDraining) {
        next();
        return;
      }
      lastRequestAt = performance.now();
      response.setHeader("Connection", "close");
      if (request.path === "/healthz") response.status(503).type("text/plain").send("stopping");
      else next();
    },
    async begin() {
      isDraining = true;
      const end = performance.now() + patienceMs;
      await sleep(drainMs);
      while (performance.now() < Math.min(lastRequestAt + quietMs, end)) await sleep(50);
    },
  };
}
