import { createHmac } from "node:crypto";
import type { AppIdentity } from "../../app/app-identity";
import type { Shop } from "../../store/model";
import { issueSessionToken } from "../../tokens/issue-tokens";

/** The address at which the admin opens a page of the app: who asks, for which shop and in which language, with a fresh token and the app's hmac. */
export function embedUrl(app: AppIdentity, shop: Shop, path: string, query: URLSearchParams, language: string, now: number): string {
  const url = new URL(path.startsWith("/") ? path : `/${path}`, app.url);
  for (const [name, value] of query) url.searchParams.append(name, value);
  const parameters = new Map([
    ["embedded", "1"],
    ["host", Buffer.from(`admin.shopify.com/store/${shop.handle}`).toString("base64").replace(/=+$/, "")],
    ["id_token", issueSessionToken(app, shop, now)],
    ["locale", language],
    ["session", createHmac("sha256", app.apiSecret).update(`session:${shop.domain}`).digest("hex")],
    ["shop", shop.domain],
    ["timestamp", String(Math.floor(now / 1000))],
  ]);
  for (const [name, value] of parameters) url.searchParams.set(name, value);
  const message = [...url.searchParams].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, value]) => `${name}=${value}`).join("&");
  url.searchParams.set("hmac", createHmac("sha256", app.apiSecret).update(message).digest("hex"));
  return url.href;
}
