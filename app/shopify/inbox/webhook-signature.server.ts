import { createHmac, timingSafeEqual } from "node:crypto";

/** Whether the base64 HMAC-SHA256 of the raw body was made with one of the secrets; compared in constant time. */
export function isSignedBy(secrets: readonly string[], body: Uint8Array, signature: string): boolean {
  const given = Buffer.from(signature, "base64");
  // Base64 has many spellings of one value; only Shopify's own counts.
  if (given.length !== 32 || given.toString("base64") !== signature) return false;
  let matches = false;
  for (const secret of secrets) {
    if (timingSafeEqual(createHmac("sha256", secret).update(body).digest(), given)) matches = true;
  }
  return matches;
}
