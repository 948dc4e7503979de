import { createHmac, randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { ShopId } from "../../app/domain/shops/shop-id";
import { signJwt } from "../shopify/tokens/jwt";
import { apiKey, apiSecret, setAppEnvironment } from "../support/app-environment";
import { freshDatabase } from "../support/database";
import { longForm, noteFigure } from "../support/long-form";

setAppEnvironment(await freshDatabase());
const { closeDatabase, pool } = await import("../../app/data/database.server");
const { verifyPostPurchaseToken } = await import("../../app/shopify/decisions/post-purchase-token.server");
const { verifyExtensionToken } = await import("../../app/shopify/placements/extension-token.server");
const { readAdminSessionToken } = await import("../../app/shopify/shops/admin-session-token.server");
const { action: webhooks } = await import("../../app/routes/webhooks");
const { inputDataOf, installShop, post } = await import("../support/buyers");

const tokens = longForm("FUZZED_TOKENS", 1_000);
const requests = longForm("FUZZED_WEBHOOKS", 300);
afterAll(closeDatabase);

let shop: ShopId;
beforeAll(async () => { shop = await installShop("fuzzed"); });

const pick = <T>(from: readonly T[]): T => {
  const one = from[Math.floor(Math.random() * from.length)];
  if (one === undefined) throw new Error("Nothing to pick from");
  return one;
};
const seconds = () => Math.floor(Date.now() / 1_000);

/** Genuine claims of every kind that Shopify or the app signs. */
const kinds = (): Record<string, unknown>[] => [
  { iss: "shopify", sub: "purchase-1", iat: seconds(), input_data: inputDataOf(shop, "purchase-1") },
  { dest: shop, aud: apiKey, exp: seconds() + 300, nbf: seconds(), iat: seconds(), jti: randomUUID() },
  { iss: `https://${shop}/admin`, dest: `https://${shop}`, aud: apiKey, sub: "7", exp: seconds() + 60, nbf: seconds(), iat: seconds(), jti: randomUUID(), sid: randomUUID() },
];

const segment = (value: unknown) => Buffer.from(typeof value === "string" ? value : JSON.stringify(value)).toString("base64url");

/** Spoils a genuine token so that no way is left in which it could be meant for any endpoint. */
function spoilt(claims: Record<string, unknown>): string {
  const [header = "", payload = "", signature = ""] = signJwt(claims, apiSecret).split(".");
  const hash = (algorithm: string, head: string) => createHmac(algorithm, apiSecret).update(`${head}.${payload}`).digest("base64url");
  const headed = (head: object, algorithm = "sha256") => `${segment(head)}.${payload}.${hash(algorithm, segment(head))}`;
  const signed = (change: Record<string, unknown>) => signJwt({ ...claims, ...change }, apiSecret);
  const early = seconds() - 90_000;
  const flipped = Math.floor(Math.random() * signature.length - 1);
  return pick([
    () => `${segment({ alg: "none" })}.${payload}.`, () => `${segment({ alg: "none" })}.${payload}.${signature}`,
    () => headed({ alg: "HS512" }, "sha512"), () => headed({ alg: "HS384" }, "sha384"), () => headed({ alg: "hs256" }), () => headed({}), () => headed({ alg: ["HS256"] }),
    () => headed({ alg: "HS256", crit: ["exp"], exp: 1 }), () => headed({ alg: "HS256", b64: false, crit: ["b64"] }),
    () => signed({ iat: early, nbf: early, exp: early + 60 }), () => signed({ iat: seconds() + 600, nbf: seconds() + 600, exp: seconds() + 900 }),
    () => signed({ iat: String(seconds()), exp: String(seconds() + 60) }), () => signed({ iat: null, exp: null, nbf: null }), () => signed({ iat: undefined, exp: undefined, nbf: undefined }),
    () => signed({ iss: "evil", aud: "evil" }), () => signed({ aud: [randomUUID()], iss: apiKey, changes: [] }), () => signed({ dest: "evil.example.com", input_data: inputDataOf("evil.example.com", "purchase-1") }),
    () => signed({ dest: `https://${shop}.evil.example.com`, sub: "another", input_data: null }), () => signed({ dest: 5, iss: 5, sub: 5, aud: 5 }),
    () => signJwt(claims, pick(["", "secret", apiSecret.toUpperCase(), apiKey, `${apiSecret} `])),
    () => `${header}.${segment({ ...claims, sub: "other" })}.${signature}`, () => `${header}.${payload}`, () => `${header}.${payload}.${signature}.${signature}`,
    () => `${header}.${payload}.${signature.slice(0, flipped)}`, () => `${header}..${signature}`, () => `${header}.${segment("[1]")}.${signature}`,
    () => `${header}.${payload.slice(0, Math.floor(Math.random() * payload.length))}.${signature}`, () => "a".repeat(Math.floor(Math.random() * 5_000)), () => "..", () => "\u00e4.\u00f6.\u00fc",
  ])();
}

test(`25: ${String(tokens)} fuzzed tokens: none accepted, none a failure`, { timeout: 60_000 + tokens * 20 }, async () => {
  for (let count = 0; count < tokens; count += 1) {
    const token = spoilt(pick(kinds()));
    expect(verifyPostPurchaseToken(token, new Date()), token).toBeNull();
    expect(verifyExtensionToken(token, new Date()), token).toBeNull();
    expect(readAdminSessionToken(token).code, token).not.toBe("valid");
    // The whole way through an endpoint takes longer and ends at the same question.
    if (count % 10 === 0 && /^[\x20-\xff]*$/.test(token)) expect((await post("decision", token)).status, token).toBe(401);
  }
  noteFigure("tokens refused", tokens);
});

/** A body and headers of a webhook of which something is wrong. */
function spoiltWebhook(): { body: Buffer; headers: Headers } {
  const good = Buffer.from(JSON.stringify({ id: 1, myshopify_domain: shop }));
  const sign = (body: Buffer, secret = apiSecret) => createHmac("sha256", secret).update(body).digest("base64");
  const with_ = (body: Buffer, signature: string | null, change: Record<string, string | null> = {}) => {
    const headers = new Headers({ "Content-Type": "application/json", "X-Shopify-Topic": "products/delete", "X-Shopify-Shop-Domain": shop, "X-Shopify-Webhook-Id": randomUUID(), "X-Shopify-Event-Id": randomUUID(), "X-Shopify-Triggered-At": new Date().toISOString() });
    if (signature !== null) headers.set("X-Shopify-Hmac-Sha256", signature);
    for (const [name, value] of Object.entries(change)) {
      if (value === null) headers.delete(name);
      else headers.append(name, value);
    }
    return { body, headers };
  };
  const signature = sign(good);
  const bad = Buffer.from([0xff, 0xfe, 0x7b, 0x22, 0xc3, 0x28]);
  const text = (value: string) => Buffer.from(value);
  const cut = good.subarray(0, Math.floor(Math.random() * (good.length - 1)));
  return pick([
    () => with_(good, null), () => with_(good, ""), () => with_(good, sign(good, "another")), () => with_(good, signature.slice(0, -4)), () => with_(good, `${signature}AA`),
    () => with_(good, Buffer.from(signature, "base64").toString("hex")), () => with_(good, createHmac("sha512", apiSecret).update(good).digest("base64")),
    () => with_(Buffer.concat([good, text(" ")]), signature), () => with_(text(good.toString().replace("1", "2")), signature), () => with_(cut, signature), () => with_(good, signature, { "X-Shopify-Hmac-Sha256": signature }),
    () => with_(cut, sign(cut)), () => with_(text(""), sign(text(""))), () => with_(bad, sign(bad)), () => with_(text("[]"), sign(text("[]"))), () => with_(text("null"), sign(text("null"))), () => with_(text("7"), sign(text("7"))),
    () => with_(good, signature, { "X-Shopify-Shop-Domain": "other.myshopify.com" }), () => with_(good, signature, { "X-Shopify-Shop-Domain": null }), () => with_(good, signature, { "X-Shopify-Webhook-Id": null, "X-Shopify-Event-Id": null }),
  ])();
}

test(`26: ${String(requests)} fuzzed signatures and bodies: 401, 400 or 413 alone, and nothing stored`, { timeout: 60_000 + requests * 20 }, async () => {
  const huge = Buffer.alloc(10 * 1024 * 1024 + 1, " ");
  for (let count = 0; count < requests; count += 1) {
    const { body, headers } = spoiltWebhook();
    const content = count % 200 === 0 ? huge : body;
    const request = new Request("http://localhost/webhooks", { method: "POST", headers, ...(content.length === 0 ? {} : { body: new Uint8Array(content) }) });
    const { status } = await webhooks({ request, params: {}, context: {} });
    expect([400, 401, 413], `${JSON.stringify(Object.fromEntries(headers))} ${content.subarray(0, 200).toString()}`).toContain(status);
  }
  expect((await pool.query("select from webhook_events")).rowCount).toBe(0);
  noteFigure("webhooks refused", requests);
});
