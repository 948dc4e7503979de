import { z } from "zod";
import { SetupError } from "../process/failure";
import type { LocalAddresses } from "./app-environment";

const Shop = z.object({ installed: z.boolean(), products: z.number(), orders: z.number() });
const Token = z.object({ token: z.string() });

/** What the local Shopify knows of a shop. */
export async function readShop(addresses: LocalAddresses, shop: string): Promise<z.infer<typeof Shop>> {
  return Shop.parse(await requestJson(`${addresses.origin}/_local/shops/${shop}`));
}

/** Grants the app its scopes, as the merchant's click on "Install" does. */
export async function grantInstallation(addresses: LocalAddresses, shop: string): Promise<void> {
  await requestJson(`${addresses.origin}/_local/do/install`, { shop });
}

/** Opens the app's first page as the admin's frame does; the app exchanges the session token for its own access. */
export async function openApp(addresses: LocalAddresses, shop: string): Promise<void> {
  const { token } = Token.parse(await requestJson(`${addresses.origin}/_local/shops/${shop}/session-token`, {}));
  const handle = shop.replace(/\.myshopify\.com$/, "");
  const url = new URL("/app", addresses.tunnelUrl);
  url.search = new URLSearchParams({
    embedded: "1",
    shop,
    host: Buffer.from(`admin.shopify.com/store/${handle}`).toString("base64").replace(/=+$/, ""),
    locale: "en",
    id_token: token,
  }).toString();
  const response = await fetch(url, {
    // The Shopify library answers 410 to what looks like a robot.
    headers: { "user-agent": "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/153.0.0.0 Safari/537.36" },
    signal: AbortSignal.timeout(60_000),
    redirect: "follow",
  });
  const page = await response.text();
  if (!response.ok) throw new SetupError(`The app answered its first page with ${String(response.status)}: ${page.slice(0, 300)}`);
}

async function requestJson(url: string, body?: unknown): Promise<unknown> {
  const response = await fetch(url, {
    signal: AbortSignal.timeout(30_000),
    ...(body === undefined
      ? {}
      : { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) }),
  });
  const text = await response.text();
  if (!response.ok) throw new SetupError(`The local Shopify answered ${url} with ${String(response.status)}: ${text.slice(0, 300)}`);
  return JSON.parse(text);
}
