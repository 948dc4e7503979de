import { z } from "zod";
import { userAgent } from "../../support/browser";
import type { Known } from "../../support/admin-views";
import type { Stack } from "../../support/stack";
import type { Reading } from "./readings";

const Token = z.object({ token: z.string() });

/** How long the built app takes to answer what a page of a shop asks, one request after another, in ms. */
export async function timeLoader(stack: Stack, shop: string, { route, path, body }: Reading, known: Known, requests: number): Promise<{ p50: number; p95: number; bytes: number }> {
  const url = new URL(path(known) || "/app", stack.tunnelUrl);
  url.searchParams.set("_data", `routes/${route}`);
  const headers = { "user-agent": userAgent, authorization: await sessionToken(stack, shop), ...(body !== undefined && { "content-type": "application/json" }) };
  const times: number[] = [];
  let bytes = 0;
  // The first ones warm up what a process keeps of a shop.
  for (let index = -3; index < requests; index += 1) {
    const started = performance.now();
    const reply = await fetch(url, { headers, ...(body !== undefined && { method: "POST", body: JSON.stringify(body) }) });
    bytes = (await reply.arrayBuffer()).byteLength;
    const took = performance.now() - started;
    if (!reply.ok) throw new Error(`${url.pathname}${url.search} was answered with ${String(reply.status)}`);
    if (index >= 0) times.push(took);
  }
  times.sort((one, other) => one - other);
  const quantile = (share: number) => times[Math.max(0, Math.ceil(share * times.length) - 1)] ?? Number.NaN;
  return { p50: quantile(0.5), p95: quantile(0.95), bytes };
}

/** Good for a minute. */
async function sessionToken(stack: Stack, shop: string): Promise<string> {
  const reply = await fetch(`${stack.origin}/_local/shops/${shop}/session-token`, { method: "POST", headers: { "content-type": "application/json" }, body: "{}" });
  return `Bearer ${Token.parse(await reply.json()).token}`;
}
