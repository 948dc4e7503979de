import { createHmac } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { signJwt } from "../shopify/tokens/jwt";
import { apiKey, apiSecret, setAppEnvironment } from "../support/app-environment";

const oldSecret = "the-secret-before-this-one";
setAppEnvironment("postgres://nobody@localhost:1/none", { SHOPIFY_API_SECRET_OLD: oldSecret });
const { verifyPostPurchaseToken } = await import("../../app/shopify/decisions/post-purchase-token.server");
const { signChangeset } = await import("../../app/shopify/decisions/changeset-token.server");
const { verifyProxyRequest } = await import("../../app/shopify/proxy/proxy-signature.server");

const now = new Date("2026-11-21T12:00:00Z");
const seconds = now.getTime() / 1000;
const bag = (amount: string | number) => ({ shopMoney: { amount, currencyCode: "GBP" }, presentmentMoney: { amount, currencyCode: "GBP" } });
const input = {
  initialPurchase: {
    referenceId: "r1", customerId: "501", destinationCountryCode: "GB", totalPriceSet: bag("25.5"),
    lineItems: [{ product: { id: 100, title: "x", variant: { id: 1001, title: "y", metafields: [] }, metafields: [] }, quantity: 2, totalPriceSet: bag("25.50") }],
  },
  locale: "en-GB", shop: { id: 1, domain: "shop.myshopify.com", metafields: [] }, version: "unstable", extensionPoint: "x",
};
const claims = { iss: "shopify", sub: "r1", iat: seconds, input_data: input };
const verify = (token: string) => verifyPostPurchaseToken(token, now);
const withPurchase = (change: object) => ({ input_data: { ...input, initialPurchase: { ...input.initialPurchase, ...change } } });

describe("post-purchase token", () => {
  test("tells the purchase in the shop's currency", async () => {
    expect(verify(signJwt(claims, apiSecret))).toEqual({
      shop: "shop.myshopify.com",
      facts: {
        referenceId: "r1", currency: "GBP", countryCode: "GB", locale: "en-GB", totalMinor: 2550, customerKey: "c:501",
        lines: [{ productId: 100, variantId: 1001, variantTitle: "y", quantity: 2, totalMinor: 2550, isSubscription: false, metafields: [] }],
      },
    });
  });

  test.each<[string, object]>([
    ["an hour old", { iat: seconds - 3_600 }], ["from a clock that is a little ahead", { iat: seconds + 9 }],
    ["with an end to come", { exp: seconds + 60 }], ["of a guest", withPurchase({ customerId: undefined })],
    ["with a customer's gid", withPurchase({ customerId: "gid://shopify/Customer/501" })], ["without a country", withPurchase({ destinationCountryCode: null })],
  ])("%s is taken", async (_case, change) => {
    expect(verify(signJwt({ ...claims, ...change }, apiSecret))).not.toBeNull();
  });

  test("signed with the secret before this one is taken while that is known", async () => {
    expect(verify(signJwt(claims, oldSecret))).not.toBeNull();
  });

  test.each<[string, object]>([
    ["of another issuer", { iss: "https://shop.myshopify.com/admin" }], ["of this app", { iss: apiKey }], ["without an issuer", { iss: undefined }],
    ["without a subject", { sub: undefined }], ["for another purchase", { sub: "r2" }], ["without a time", { iat: undefined }], ["with a time in words", { iat: "now" }],
    ["too old", { iat: seconds - 3_700 }], ["from the future", { iat: seconds + 60 }], ["past its end", { exp: seconds - 60 }], ["before its beginning", { nbf: seconds + 60 }],
    ["with changes", { changes: [] }], ["with a destination", { dest: "https://shop.myshopify.com" }], ["without input", { input_data: undefined }],
    ["of a shop elsewhere", { input_data: { ...input, shop: { domain: "shop.example.com" } } }], ["of a shop with a path", { input_data: { ...input, shop: { domain: "shop.myshopify.com/x" } } }],
    ["with an amount that is none", withPurchase({ totalPriceSet: bag("1e3") })], ["with a quantity of nothing", withPurchase({ lineItems: [{ ...input.initialPurchase.lineItems[0], quantity: 0 }] })],
    ["with a product's id in words", withPurchase({ lineItems: [{ ...input.initialPurchase.lineItems[0], product: { id: "__proto__", variant: { id: 1 } } }] })],
  ])("%s is refused", async (_case, change) => {
    expect(verify(signJwt({ ...claims, ...change }, apiSecret))).toBeNull();
  });

  test.each(["none", "HS384", "HS512", "RS256", "ES256", "hs256"])("of the algorithm %s is refused", async (alg) => {
    const body = [{ alg, typ: "JWT" }, claims].map((part) => Buffer.from(JSON.stringify(part)).toString("base64url")).join(".");
    const hash = alg === "HS384" ? "sha384" : alg === "HS512" ? "sha512" : "sha256";
    expect(verify(`${body}.${createHmac(hash, apiSecret).update(body).digest("base64url")}`)).toBeNull();
    expect(verify(`${body}.`)).toBeNull();
  });

  test("the app's own changeset is refused", async () => {
    expect(verify(signChangeset({ referenceId: "r1", jti: "j", issuedAt: now, changes: [] }))).toBeNull();
  });

  test("whatever is sent, it neither passes nor throws", async () => {
    await fc.assert(fc.asyncProperty(fc.oneof(fc.string(), fc.json(), fc.array(fc.base64String(), { maxLength: 4 }).map((parts) => parts.join("."))), async (token) => {
      expect(verify(token)).toBeNull();
    }), { numRuns: 500 });
  });

  test("no claim of the wrong type throws", () => {
    fc.assert(fc.property(fc.constantFrom("iss", "sub", "iat", "exp", "nbf", "input_data", "changes"), fc.jsonValue(), (claim, value) => {
      expect(() => verify(signJwt({ ...claims, [claim]: value }, apiSecret))).not.toThrow();
    }), { numRuns: 500 });
  });
});

describe("changeset token", () => {
  const changeset = { referenceId: "r1", jti: "j1", issuedAt: new Date("2026-11-21T12:00:00.900Z"), changes: [{ type: "add_variant" as const, variantId: 1, quantity: 2, discount: { value: 10, valueType: "percentage" as const, title: "t" } }] };

  test("the same changes in whatever order of fields give the same string", async () => {
    const shuffled = [{ discount: { title: "t", valueType: "percentage" as const, value: 10 }, quantity: 2, variantId: 1, type: "add_variant" as const }];
    expect(signChangeset({ ...changeset, changes: shuffled })).toBe(signChangeset(changeset));
  });

  test("says when it was issued in whole seconds", async () => {
    const [, payload = ""] = signChangeset(changeset).split(".");
    expect(JSON.parse(Buffer.from(payload, "base64url").toString())).toMatchObject({ iss: apiKey, sub: "r1", jti: "j1", iat: seconds });
  });
});

describe("app proxy signature", () => {
  const parameters = { shop: "shop.myshopify.com", path_prefix: "/apps/encore", timestamp: String(seconds), logged_in_customer_id: "" };
  const signature = (values: Record<string, string>, secret = apiSecret) =>
    createHmac("sha256", secret).update(Object.keys(values).sort().map((name) => `${name}=${values[name] ?? ""}`).join("")).digest("hex");
  const url = (values: Record<string, string>, more = "") => new URL(`http://localhost/proxy/x?${new URLSearchParams(values).toString()}${more}`);
  const signed = (values: Record<string, string>, secret = apiSecret) => ({ ...values, signature: signature(values, secret) });

  test("names the shop", () => {
    expect(verifyProxyRequest(url(signed(parameters)), now)).toBe("shop.myshopify.com");
    expect(verifyProxyRequest(url(signed(parameters, oldSecret)), now)).toBe("shop.myshopify.com");
  });

  test("repeated parameters are signed joined by commas", () => {
    const joined = { ...parameters, extra: "1,2", signature: signature({ ...parameters, extra: "1,2" }) };
    const { extra, ...rest } = joined;
    expect(extra).toBe("1,2");
    expect(verifyProxyRequest(url(rest, "&extra=1&extra=2"), now)).toBe("shop.myshopify.com");
  });

  test.each<[string, URL]>([
    ["without a signature", url(parameters)],
    ["signed with another secret", url(signed(parameters, "another"))],
    ["a minute old", url(signed({ ...parameters, timestamp: String(seconds - 61) }))],
    ["from the future", url(signed({ ...parameters, timestamp: String(seconds + 60) }))],
    ["with a changed shop", url({ ...signed(parameters), shop: "other.myshopify.com" })],
    ["with a parameter more", url(signed(parameters), "&admin=1")],
    ["with two shops", url(signed(parameters), "&shop=other.myshopify.com")],
    ["with two signatures", url(signed(parameters), `&signature=${"0".repeat(64)}`)],
    ["of no shop", url(signed({ ...parameters, shop: "evil.example.com" }))],
    ["with a short signature", url({ ...parameters, signature: "00" })],
  ])("%s is refused", (_case, address) => {
    expect(verifyProxyRequest(address, now)).toBeNull();
  });
});
