import { mkdirSync } from "node:fs";
import net from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Lock } from "./lock";
import { tryLockFile } from "./lock";

/** Whether nothing listens on a port of the loopback, IPv4 and IPv6. */
export async function isFree(port: number): Promise<boolean> {
  return (await canListen(port, "127.0.0.1")) && (await canListen(port, "::1"));
}

/** The first free port at or after `from` that is not in `taken`. */
export async function findPort(from: number, taken: ReadonlySet<number> = new Set()): Promise<number> {
  for (const port of portsFrom(from)) {
    if (!taken.has(port) && (await isFree(port))) return port;
  }
  throw noPort(from);
}

export interface ClaimedPort extends Lock {
  port: number;
}

/**
 * The first free port at or after `from` that nobody on this machine claimed, whatever checkout they run: between the looking
 * and the listening others pass it over. To be released when whatever listens there has ended.
 */
export async function claimPort(from: number): Promise<ClaimedPort> {
  const folder = claimsFolder();
  for (const port of portsFrom(from)) {
    const claim = tryLockFile(path.join(folder, String(port)));
    if (claim === null) continue;
    if (await isFree(port)) return { port, release: () => { claim.release(); } };
    claim.release();
  }
  throw noPort(from);
}

/** One for each account, since a folder of temporary files may not let one take away what another left. */
function claimsFolder(): string {
  const folder = path.join(tmpdir(), `encore-ports-${String(process.getuid?.() ?? 0)}`);
  mkdirSync(folder, { recursive: true });
  return folder;
}

/** Whether browsers and `fetch` refuse to open an address with this port (the Fetch standard's bad ports above 1023). */
export function isRefusedByBrowsers(port: number): boolean {
  return refused.has(port);
}

const refused = new Set([1719, 1720, 1723, 2049, 3659, 4045, 4190, 5060, 5061, 6000, 6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697, 10_080]);

function portsFrom(from: number): number[] {
  return Array.from({ length: Math.min(1000, 65_536 - from) }, (_, offset) => from + offset).filter((port) => !refused.has(port));
}

function noPort(from: number): Error {
  return new Error(`No free port between ${String(from)} and ${String(from + 999)}.`);
}

function canListen(port: number, host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const server = net.createServer();
    server.once("error", (error: NodeJS.ErrnoException) => {
      // A machine without IPv6 cannot have the port taken there.
      resolve(error.code === "EADDRNOTAVAIL" || error.code === "EAFNOSUPPORT");
    });
    server.listen({ port, host, exclusive: true }, () => server.close(() => { resolve(true); }));
  });
}
