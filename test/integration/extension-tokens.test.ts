import { createHmac } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { signJwt } from "../shopify/tokens/jwt";
import { apiKey, apiSecret, setAppEnvironment } from "../support/app-environment";

const oldSecret = "the-secret-before-this-one";
setAppEnvironment("postgres://nobody@localhost:1/none", { SHOPIFY_API_SECRET_OLD: oldSecret });
const { verifyExtensionToken } = await import("../../app/shopify/placements/extension-token.server");
const { signChangeset } = await import("../../app/shopify/decisions/changeset-token.server");

const now = new Date("2026-11-21T12:00:00Z");
const seconds = now.getTime() / 1000;
const claims = { dest: "shop.myshopify.com", aud: apiKey, exp: seconds + 300, nbf: seconds, iat: seconds, jti: "6c99" };
const verify = (token: string) => verifyExtensionToken(token, now);

describe("an extension's session token", () => {
  test.each<[string, object, number | null]>([
    ["of a guest", {}, null], ["of a customer", { sub: "gid://shopify/Customer/501" }, 501],
    ["with a scheme before the shop", { dest: "https://shop.myshopify.com" }, null],
    ["near its end", { iat: seconds - 299, nbf: seconds - 299, exp: seconds + 1 }, null], ["from a clock a little ahead", { iat: seconds + 9, nbf: seconds + 9 }, null],
  ])("%s is taken", async (_case, change, customerId) => {
    expect(verify(signJwt({ ...claims, ...change }, apiSecret))).toEqual({ shop: "shop.myshopify.com", customerId });
  });

  test("signed with the secret before this one is taken while that is known", async () => {
    expect(verify(signJwt(claims, oldSecret))).not.toBeNull();
    expect(verify(signJwt(claims, "another-secret"))).toBeNull();
  });

  test.each<[string, object]>([
    ["of another app", { aud: "other" }], ["without an audience", { aud: undefined }], ["of a shop elsewhere", { dest: "shop.example.com" }], ["of no shop", { dest: undefined }],
    ["of the unencrypted shop", { dest: "http://shop.myshopify.com" }], ["with a path behind the shop", { dest: "shop.myshopify.com/admin" }], ["with the shop in capitals", { dest: "SHOP.myshopify.com" }],
    ["past its end", { exp: seconds - 11, iat: seconds - 300, nbf: seconds - 300 }], ["without an end", { exp: undefined }], ["that lives a day", { exp: seconds + 86_400 }],
    ["before its beginning", { nbf: seconds + 60 }], ["without a beginning", { nbf: undefined }], ["from the future", { iat: seconds + 60 }], ["without a time", { iat: undefined }],
    ["issued long ago", { iat: seconds - 700 }], ["without an id", { jti: undefined }],
    ["of staff", { iss: "https://shop.myshopify.com/admin", dest: "https://shop.myshopify.com", sub: "7", sid: "s" }], ["with a session of the admin", { sid: "s" }],
    ["with an issuer", { iss: "shopify" }], ["with a purchase", { input_data: {} }], ["with changes", { changes: [] }],
    ["of somebody who is no customer", { sub: "gid://shopify/Order/501" }], ["of a bare number", { sub: "501" }], ["of customer 0", { sub: "gid://shopify/Customer/0" }],
  ])("%s is refused", async (_case, change) => {
    expect(verify(signJwt({ ...claims, ...change }, apiSecret))).toBeNull();
  });

  test.each(["none", "HS384", "HS512", "RS256"])("of the algorithm %s is refused", async (alg) => {
    const body = [{ alg, typ: "JWT" }, claims].map((part) => Buffer.from(JSON.stringify(part)).toString("base64url")).join(".");
    const hash = alg === "HS384" ? "sha384" : alg === "HS512" ? "sha512" : "sha256";
    expect(verify(`${body}.${createHmac(hash, apiSecret).update(body).digest("base64url")}`)).toBeNull();
    expect(verify(`${body}.`)).toBeNull();
  });

  test("the app's own changeset is refused", async () => {
    expect(verify(signChangeset({ referenceId: "r1", jti: "j", issuedAt: now, changes: [] }))).toBeNull();
  });

  test("whatever is claimed, nothing throws", async () => {
    await fc.assert(fc.asyncProperty(fc.constantFrom(...Object.keys(claims), "sub", "iss"), fc.jsonValue(), async (claim, value) => {
      verify(signJwt({ ...claims, [claim]: value }, apiSecret));
    }), { numRuns: 300 });
  });
});
