import { afterAll, beforeEach, describe, expect, test } from "vitest";
import type { ShopId } from "../../app/domain/shops/shop-id";
import type { Shop } from "../shopify/store/model";
import { setAppEnvironment } from "../support/app-environment";
import { freshDatabase } from "../support/database";

setAppEnvironment(await freshDatabase());
const { closeDatabase, pool } = await import("../../app/data/database.server");
const { adminGraphql } = await import("../../app/shopify/shops/admin-client.server");
const { sessionStorage } = await import("../../app/shopify/shops/session-storage.server");
const { linkShopify, openShop } = await import("../support/linked-shopify");

const shopify = await linkShopify();
afterAll(closeDatabase);

let shop: ShopId;
let opened: Shop;
let shops = 0;
beforeEach(async () => {
  shops += 1;
  ({ shop, opened } = await openShop(shopify, `session-${String(shops)}`));
});

const ask = () => adminGraphql<{ shop: { name: string } }>(shop, "{ shop { name } }");
const tokensGiven = () => opened.installation?.accessTokens.size ?? 0;
const expire = () => pool.query("update sessions set expires_at = now() + interval '2 minutes' where shop = $1", [shop]);

describe("renewing", () => {
  test("many calls near the end of a token make one renewal", async () => {
    await expire();
    const before = tokensGiven();
    await Promise.all(Array.from({ length: 30 }, ask));
    expect(tokensGiven()).toBe(before + 1);
  });

  test("a lost reply is made up for by asking again with the token that is still held", async () => {
    await pool.query("update sessions set expires_at = now() - interval '1 minute' where shop = $1", [shop]);
    const before = await sessionStorage.loadSession(`offline_${shop}`);
    shopify.faults.api.lostTokenReplies = 1;
    await expect(ask()).rejects.toMatchObject({ code: "unreachable" });
    expect((await sessionStorage.loadSession(`offline_${shop}`))?.refreshToken).toBe(before?.refreshToken);
    await expect(ask()).resolves.toEqual({ shop: { name: opened.name } });
  });

  test("while Shopify gives out no token, one that is still good for a moment is used", async () => {
    await expire();
    shopify.faults.api.lostTokenReplies = 1;
    await expect(ask()).resolves.toEqual({ shop: { name: opened.name } });
  });

  test("a token that Shopify refuses is renewed, and the call is sent again", async () => {
    shopify.control.revokeTokens({ shop, refreshTokens: false });
    await expect(ask()).resolves.toEqual({ shop: { name: opened.name } });
  });

  test("without any good token calls say so, until staff open the app", async () => {
    shopify.control.revokeTokens({ shop, refreshTokens: true });
    await expect(ask()).rejects.toMatchObject({ code: "signInNeeded" });
    await pool.query("update sessions set expires_at = now() where shop = $1", [shop]);
    await shopify.visit(shop);
    await expect(ask()).resolves.toEqual({ shop: { name: opened.name } });
  });

  test("many visits at once exchange one session token", async () => {
    await expire();
    const before = tokensGiven();
    await Promise.all(Array.from({ length: 10 }, () => shopify.visit(shop)));
    expect(tokensGiven()).toBe(before + 1);
  });
});

describe("calls", () => {
  const rename = `mutation { tagsAdd(id: "gid://shopify/Product/1", tags: ["a"]) { userErrors { message } } }`;

  test("what Shopify throttles is waited for and sent again", async () => {
    shopify.faults.api.throttled = 2;
    await expect(ask()).resolves.toEqual({ shop: { name: opened.name } });
  });

  test("Retry-After counts in seconds", async () => {
    shopify.faults.api.status = { code: 429, times: 1, retryAfterSeconds: 1 };
    const started = performance.now();
    await ask();
    expect(performance.now() - started).toBeGreaterThan(990);
  });

  test("a query is repeated after a fault, a mutation is not", async () => {
    shopify.faults.api.status = { code: 502, times: 1 };
    await expect(ask()).resolves.toEqual({ shop: { name: opened.name } });
    shopify.faults.api.status = { code: 502, times: 1 };
    await expect(adminGraphql(shop, rename)).rejects.toMatchObject({ code: "unreachable" });
    expect(shopify.faults.api.status?.times ?? 0).toBe(0);
  });

  test("a call that is at fault fails at once", async () => {
    await expect(adminGraphql(shop, "{ nonsense }")).rejects.toMatchObject({ code: "invalid" });
  });
});
