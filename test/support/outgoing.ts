const loopback = ["localhost", "127.0.0.1", "[::1]"];

/** Hosts that a test may reach by `fetch`: this machine, and whatever the test answers for itself. */
export const allowedHosts = new Set(loopback);

/** Lets tests of this file reach a host, because its requests end at the local Shopify. */
export function allowHost(...hosts: string[]): void {
  for (const host of hosts) allowedHosts.add(host);
}
