import { startServer } from "./server";
import type { Server } from "./server";

/** The server that tests and developers share: quick, not durable. `DATABASE_URL` names another one to use instead. */
export async function startTestServer(): Promise<Server> {
  const given = process.env["DATABASE_URL"];
  if (given) return foreignServer(given);
  return startServer({ name: "test", port: 54_400, durable: false });
}

/** A server that somebody else runs: its address with the database's name exchanged. */
export function foreignServer(address: string): Server {
  return {
    url: (database) => {
      const url = new URL(address);
      url.pathname = `/${database}`;
      return url.href;
    },
    started: false,
    stop: () => Promise.resolve(),
  };
}

