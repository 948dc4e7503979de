import { createHmac, timingSafeEqual } from "node:crypto";

/** A JSON Web Token signed with HS256. */
export function signJwt(claims: Record<string, unknown>, secret: string): string {
  const body = `${encode({ alg: "HS256", typ: "JWT" })}.${encode(claims)}`;
  return `${body}.${signatureOf(body, secret)}`;
}

/** The claims of a token with a right HS256 signature, or null; checks no claim. */
export function verifyJwt(token: string, secret: string): Record<string, unknown> | null {
  const [header, payload, signature, ...rest] = token.split(".");
  if (!header || !payload || !signature || rest.length > 0) return null;
  if (decode(header)?.alg !== "HS256") return null;
  const expected = Buffer.from(signatureOf(`${header}.${payload}`, secret));
  const given = Buffer.from(signature);
  if (expected.length !== given.length || !timingSafeEqual(expected, given)) return null;
  return decode(payload);
}

function signatureOf(body: string, secret: string): string {
  return createHmac("sha256", secret).update(body).digest("base64url");
}

function encode(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString("base64url");
}

function decode(part: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(Buffer.from(part, "base64url").toString("utf8"));
    return typeof value === "object" && value !== null ? { ...value } : null;
  } catch {
    return null;
  }
}
