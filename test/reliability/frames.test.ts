import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { setAppEnvironment } from "../support/app-environment";
import type { AppProcess } from "../support/app-process";
import { startApp } from "../support/app-process";
import { freshDatabase } from "../support/database";

setAppEnvironment(await freshDatabase());
const { closeDatabase } = await import("../../app/data/database.server");
const { browser, credentials } = await import("../support/credentials");
const { installShop } = await import("../support/buyers");
const { signIn } = await import("../support/sign-in");

const shop = "framed.myshopify.com";
const host = Buffer.from("admin.shopify.com/store/framed").toString("base64");
const framedBy = (domain: string) => `frame-ancestors https://${domain} https://admin.shopify.com;`;
const byNobody = "frame-ancestors 'none';";
let app: AppProcess;
beforeAll(async () => {
  app = await startApp();
  await installShop("framed");
  await signIn(shop);
}, 180_000);
afterAll(async () => {
  await app.stop();
  await closeDatabase();
});

async function get(path: string, query: Record<string, string> = {}, headers: Record<string, string> = {}) {
  return fetch(`${app.url}${path}?${new URLSearchParams(query).toString()}`, { redirect: "manual", headers: { ...browser, ...headers } });
}

const idToken = () => credentials.admin(shop).headers["Authorization"]?.replace("Bearer ", "") ?? "";
const embedded = () => ({ embedded: "1", shop, host, id_token: idToken() });

describe("42: every HTML reply may be framed by the admin of its own shop alone", () => {
  test.each<[string, () => Promise<Response>, string]>([
    ["a page", () => get("/app", embedded()), framedBy(shop)],
    ["a page whose address names another shop", () => get("/app", { ...embedded(), shop: "other.myshopify.com" }), framedBy(shop)],
    ["a page whose address lacks the shop", () => get("/app/offers", { host, embedded: "1" }, { authorization: `Bearer ${idToken()}` }), framedBy(shop)],
    ["the bounce page", () => get("/auth/session-token", { shop, host }), framedBy(shop)],
    ["the bounce page without a shop", () => get("/auth/session-token", { host }), framedBy(shop)],
    ["a page that does not exist", () => get("/app/nowhere", embedded()), framedBy(shop)],
    ["an address that does not exist", () => get("/nowhere", { shop }), framedBy(shop)],
    ["the page for nobody in particular", () => get("/"), byNobody],
    ["an address that is no address by itself", () => get("//"), byNobody],
    ["a shop that is none", () => get("/nowhere", { shop: "evil.example.com" }), byNobody],
    ["a shop with a policy inside", () => get("/auth/session-token", { shop: "a.myshopify.com; script-src *" }), byNobody],
  ])("%s", async (_, ask, policy) => {
    const reply = await ask();
    expect(reply.headers.get("content-type")).toMatch(/^text\/html/);
    expect(reply.headers.get("content-security-policy")).toBe(policy);
    expect(await reply.text()).not.toContain("shpat_");
  });
});

describe("a visit of the admin", () => {
  test("with a session token that ran out goes to the bounce page and comes back without it", async () => {
    const [head, claims] = idToken().split(".");
    const { signJwt } = await import("../shopify/tokens/jwt");
    const { apiSecret } = await import("../support/app-environment");
    const old = { ...(JSON.parse(Buffer.from(claims ?? "", "base64url").toString()) as object), exp: 1_700_000_000, nbf: 1_699_999_940 };
    expect(head).toBeTruthy();
    const reply = await get("/app", { ...embedded(), id_token: signJwt(old, apiSecret) });
    expect(reply.status).toBe(302);
    expect(reply.headers.get("location")).toMatch(/^\/auth\/session-token\?/);
    expect(reply.headers.get("location")).not.toContain("id_token");
  });

  test("by App Bridge with one that ran out is told to try again", async () => {
    const { signJwt } = await import("../shopify/tokens/jwt");
    const { apiSecret, apiKey } = await import("../support/app-environment");
    const token = signJwt({ iss: `https://${shop}/admin`, dest: `https://${shop}`, aud: apiKey, sub: "7", exp: 1_700_000_000, nbf: 1_699_999_940, sid: "s" }, apiSecret);
    const reply = await get("/app", { _data: "routes/app" }, { authorization: `Bearer ${token}` });
    expect(reply.status).toBe(401);
    expect(reply.headers.get("x-shopify-retry-invalid-session-request")).toBe("1");
  });
});
