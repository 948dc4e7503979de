import { createHmac, randomUUID } from "node:crypto";
import { signJwt } from "../shopify/tokens/jwt";
import { apiKey, apiSecret } from "./app-environment";
import { inputDataOf } from "./buyers";

export interface Credential {
  headers: Record<string, string>;
  /** Added to the address. */
  query: Record<string, string>;
  /** What a POST carries, when the credential is bound to it. */
  body?: string;
}

/** The library takes anything less for a robot and answers 410. */
export const browser = { "User-Agent": "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36" };

const seconds = () => Math.floor(Date.now() / 1000);
const bearer = (claims: Record<string, unknown>): Credential => ({ headers: { Authorization: `Bearer ${signJwt(claims, apiSecret)}` }, query: {} });

/** What Shopify, or the app itself, gives out and signs with the app's secret: each opens its own endpoints and nothing else. */
export const credentials = {
  admin: (shop: string) => bearer({
    iss: `https://${shop}/admin`, dest: `https://${shop}`, aud: apiKey, sub: "7", exp: seconds() + 60, nbf: seconds(), iat: seconds(), jti: randomUUID(), sid: randomUUID(),
  }),
  checkout: (shop: string) => bearer({ dest: shop, aud: apiKey, exp: seconds() + 300, nbf: seconds(), iat: seconds(), jti: randomUUID() }),
  account: (shop: string) => bearer({ dest: shop, aud: apiKey, sub: "gid://shopify/Customer/501", exp: seconds() + 300, nbf: seconds(), iat: seconds(), jti: randomUUID() }),
  postPurchase: (shop: string) => bearer({ iss: "shopify", sub: "purchase-1", iat: seconds(), input_data: inputDataOf(shop, "purchase-1") }),
  changeset: (_shop: string) => bearer({ changes: [{ type: "add_variant", variantId: 2001, quantity: 1 }], iss: apiKey, sub: "purchase-1", iat: seconds(), jti: randomUUID() }),
  proxy: (shop: string): Credential => {
    const query: Record<string, string> = { shop, path_prefix: "/apps/encore", timestamp: String(seconds()), logged_in_customer_id: "" };
    const message = Object.keys(query).sort().map((name) => `${name}=${query[name] ?? ""}`).join("");
    return { headers: {}, query: { ...query, signature: createHmac("sha256", apiSecret).update(message).digest("hex") } };
  },
  webhook: (shop: string): Credential => {
    const body = JSON.stringify({ id: 100, myshopify_domain: shop });
    return {
      body, query: {},
      headers: {
        "Content-Type": "application/json", "X-Shopify-Topic": "products/delete", "X-Shopify-Shop-Domain": shop, "X-Shopify-API-Version": "2026-10",
        "X-Shopify-Webhook-Id": randomUUID(), "X-Shopify-Event-Id": randomUUID(), "X-Shopify-Triggered-At": new Date().toISOString(),
        "X-Shopify-Hmac-Sha256": createHmac("sha256", apiSecret).update(body).digest("base64"),
      },
    };
  },
  flow: (shop: string): Credential => {
    const body = JSON.stringify({ shop_id: 1, shopify_domain: shop, action_run_id: randomUUID(), handle: "encore-give-coupon", properties: { customer_id: 501, percent: 10, valid_days: 30 } });
    return { body, query: {}, headers: { "Content-Type": "application/json", "X-Shopify-Hmac-Sha256": createHmac("sha256", apiSecret).update(body).digest("base64") } };
  },
} satisfies Record<string, (shop: string) => Credential>;
export type CredentialName = keyof typeof credentials;
