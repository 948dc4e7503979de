import { setTimeout as sleep } from "node:timers/promises";
import type { RequestHandler } from "express";

/** Long enough for a load balancer to notice, and for connections that wait to be accepted. */
const drainMs = 1_000;

export interface Drain {
  middleware: RequestHandler;
  /** Keeps answering for a moment, but tells clients to go elsewhere. */
  begin(): Promise<void>;
}

/** The first part of an orderly end: whoever still comes is answered, and is not invited to stay. */
export function createDrain(): Drain {
  let isDraining = false;
  return {
    middleware(request, response, next) {
      if (!isDraining) {
        next();
        return;
      }
      response.setHeader("Connection", "close");
      if (request.path === "/healthz") response.status(503).type("text/plain").send("stopping");
      else next();
    },
    async begin() {
      isDraining = true;
      await sleep(drainMs);
    },
  };
}
