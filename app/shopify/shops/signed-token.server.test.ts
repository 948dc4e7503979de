import { createHmac } from "node:crypto";
import fc from "fast-check";
import { errors, jwtVerify } from "jose";
import { describe, expect, test } from "vitest";
import { propertyRuns } from "../../../test/support/property-runs";
import { checkSignedToken } from "./signed-token.server";
import type { TokenRules } from "./signed-token.server";

const secret = "a secret of the app";
const now = new Date("2026-11-22T09:00:00Z");
const seconds = now.getTime() / 1000;
const rules: TokenRules = { now, required: ["exp", "sub"], audience: "encore", issuer: "shopify", maxAgeSeconds: 600 };
const good = { iss: "shopify", aud: "encore", sub: "1", iat: seconds - 60, nbf: seconds - 60, exp: seconds + 60 };

function sign(header: unknown, claims: unknown, key = secret): string {
  const encode = (value: unknown) => Buffer.from(typeof value === "string" ? value : (JSON.stringify(value) ?? "")).toString("base64url");
  const signed = `${encode(header)}.${encode(claims)}`;
  return `${signed}.${createHmac("sha256", key).update(signed).digest("base64url")}`;
}

/** What the library says of the same token. */
async function byLibrary(token: string, { required, audience, issuer, maxAgeSeconds }: TokenRules): Promise<string> {
  try {
    await jwtVerify(token, Buffer.from(secret), {
      algorithms: ["HS256"], clockTolerance: 10, currentDate: now, requiredClaims: [...required],
      ...(audience === undefined ? {} : { audience }), ...(issuer === undefined ? {} : { issuer }), ...(maxAgeSeconds === undefined ? {} : { maxTokenAge: maxAgeSeconds }),
    });
    return "valid";
  } catch (thrown) {
    if (thrown instanceof errors.JWSSignatureVerificationFailed) return "otherSecret";
    return thrown instanceof errors.JWTExpired ? "expired" : "invalid";
  }
}

const header = { alg: "HS256", typ: "JWT" };
const [head = "", body = "", signature = ""] = sign(header, good).split(".");

describe("a token", () => {
  test.each<[string, string, string]>([
    ["as Shopify signs it", sign(header, good), "valid"],
    ["for several audiences", sign(header, { ...good, aud: ["other", "encore"] }), "valid"],
    ["at the end of its time", sign(header, { ...good, exp: seconds - 9 }), "valid"],
    ["after its time", sign(header, { ...good, exp: seconds - 11 }), "expired"],
    ["that is too old", sign(header, { ...good, iat: seconds - 611 }), "expired"],
    ["of the future", sign(header, { ...good, iat: seconds + 11 }), "invalid"],
    ["not valid yet", sign(header, { ...good, nbf: seconds + 11 }), "invalid"],
    ["whose date is a text", sign(header, { ...good, iat: "1" }), "invalid"],
    ["without an age", sign(header, { ...good, iat: undefined }), "invalid"],
    ["without an audience", sign(header, { ...good, aud: undefined }), "invalid"],
    ["without an issuer", sign(header, { ...good, iss: undefined }), "invalid"],
    ["without an end", sign(header, { ...good, exp: undefined }), "invalid"],
    ["with a moment that is a text", sign(header, { ...good, exp: String(seconds + 60) }), "invalid"],
    ["for another audience", sign(header, { ...good, aud: "another" }), "invalid"],
    ["of another issuer", sign(header, { ...good, iss: "another" }), "invalid"],
    ["of another secret", sign(header, good, "another"), "otherSecret"],
    ["with another payload", `${head}.${Buffer.from(JSON.stringify({ ...good, sub: "2" })).toString("base64url")}.${signature}`, "otherSecret"],
    ["with a shorter signature", `${head}.${body}.${signature.slice(0, 20)}`, "otherSecret"],
    ["that says it is not signed", sign({ alg: "none" }, good), "invalid"],
    ["of another algorithm", sign({ alg: "HS512" }, good), "invalid"],
    ["with an unknown extension", sign({ ...header, crit: ["x"], x: 1 }, good), "invalid"],
    ["that leaves its payload bare", sign({ ...header, crit: ["b64"], b64: false }, good), "invalid"],
    ["that is no object", sign(header, [good]), "invalid"],
    ["that is no JSON", sign(header, "{"), "invalid"],
    ["with a fourth part", `${head}.${body}.${signature}.${signature}`, "invalid"],
    ["without a signature", `${head}.${body}.`, "invalid"],
    ["that is empty", "", "invalid"],
  ])("%s", (_name, token, code) => {
    expect(checkSignedToken(token, secret, rules).code).toBe(code);
  });

  // At the very end of the tolerance the two differ by a moment, and a date ahead is refused here whatever is asked.
  test("is accepted where another library accepts it, and refused where that refuses it", async () => {
    const around = fc.integer({ min: seconds - 700, max: seconds + 100 }).filter((at) => ![seconds - 610, seconds - 10, seconds + 10].includes(at));
    const moment = fc.oneof({ weight: 6, arbitrary: around }, fc.constantFrom(undefined, null, "1", 1.5, 1e300));
    const claims = fc.record({
      iss: fc.constantFrom("shopify", "shopify", "shopify", "other", undefined), sub: fc.constantFrom("1", "1", "1", undefined),
      aud: fc.constantFrom<unknown>("encore", "encore", ["encore"], ["other"], "other", undefined, 1), iat: moment, nbf: moment, exp: moment,
    });
    const heads = fc.oneof({ weight: 6, arbitrary: fc.constant<unknown>(header) }, fc.constantFrom<unknown>({ alg: "none" }, { alg: "HS384" }, { alg: "hs256" }, {}, [], null, "x"));
    const some = fc.record({ required: fc.subarray(["exp", "sub", "nbf"]), audience: fc.constantFrom("encore", undefined), issuer: fc.constantFrom("shopify", undefined), maxAgeSeconds: fc.constantFrom(600, undefined) });
    await fc.assert(fc.asyncProperty(heads, claims, some, fc.constantFrom("", "x", "A"), async (first, second, { required, audience, issuer, maxAgeSeconds }, spoilt) => {
      const asked: TokenRules = { now, required, ...(audience && { audience }), ...(issuer && { issuer }), ...(maxAgeSeconds && { maxAgeSeconds }) };
      const token = sign(first, second) + spoilt;
      expect(checkSignedToken(token, secret, asked).code === "valid", token).toBe((await byLibrary(token, asked)) === "valid" && !(typeof second.iat === "number" && second.iat > seconds + 10));
    }), propertyRuns(500));
  });
});
