import { readFileSync } from "node:fs";
import https from "node:https";
import type { LocalShopify } from "../create-local-shopify";
import type { Shop } from "../store/model";
import { issueSessionToken } from "../tokens/issue-tokens";

export interface Reply {
  status: number;
  text: string;
  /** The body parsed; null when it is not JSON. */
  json: Record<string, unknown> | null;
}

/** A client that reaches Shopify's addresses through the proxy, as the app's processes do. */
export function connect(shopify: LocalShopify) {
  const agent = new https.Agent({ proxyEnv: { NODE_ENV: "test", HTTPS_PROXY: shopify.proxyUrl }, ca: readFileSync(shopify.caPath), keepAlive: false });

  const send = (method: string, url: string, body: unknown, headers: Record<string, string> = {}): Promise<Reply> =>
    new Promise((resolve, reject) => {
      const request = https.request(url, { agent, method, headers: { "content-type": "application/json", ...headers } }, (reply) => {
        const chunks: Buffer[] = [];
        reply.on("data", (chunk: Buffer) => chunks.push(chunk));
        reply.on("end", () => {
          const text = Buffer.concat(chunks).toString("utf8");
          resolve({ status: reply.statusCode ?? 0, text, json: parseJson(text) });
        });
      });
      request.on("error", reject);
      request.end(body === undefined ? undefined : JSON.stringify(body));
    });

  const requestToken = (shop: Shop, body: Record<string, unknown>): Promise<Reply> =>
    send("POST", `https://${shop.domain}/admin/oauth/access_token`, { client_id: shopify.app.apiKey, client_secret: shopify.app.apiSecret, ...body });

  return {
    send,
    requestToken,
    exchange: (shop: Shop, over: Record<string, unknown> = {}): Promise<Reply> =>
      requestToken(shop, {
        grant_type: "urn:ietf:params:oauth:grant-type:token-exchange",
        subject_token: issueSessionToken(shopify.app, shop, shopify.clock.now()),
        subject_token_type: "urn:ietf:params:oauth:token-type:id_token",
        requested_token_type: "urn:shopify:params:oauth:token-type:offline-access-token",
        expiring: "1",
        ...over,
      }),
    refresh: (shop: Shop, refreshToken: unknown): Promise<Reply> => requestToken(shop, { grant_type: "refresh_token", refresh_token: refreshToken }),
    query: (shop: Shop, token: unknown, query: string, variables: Record<string, unknown> = {}): Promise<Reply> =>
      send("POST", `https://${shop.domain}/admin/api/2026-10/graphql.json`, { query, variables }, { "x-shopify-access-token": String(token) }),
    close: () => agent.destroy(),
  };
}

function parseJson(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? { ...value } : null;
  } catch {
    return null;
  }
}
