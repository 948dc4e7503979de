import { z } from "zod";
import { secretsAt } from "../shops/app-secrets.server";
import { checkSignedToken } from "../shops/signed-token.server";
import type { Purchase } from "./post-purchase-input";
import { PostPurchaseInput, purchaseOf } from "./post-purchase-input";

/**
 * Shopify dates these tokens (`iat`) and does not end them. An hour is twice what an offer stays open: long enough to
 * report what became of the last acceptance, too short to keep a token for later.
 */
const maxAgeSeconds = 3_600;

/**
 * The claims of a token that Shopify issued to a post-purchase extension (shopify.dev, "JWT specification"). Session
 * tokens have another issuer and a `dest`; the app's own changesets have `changes`; both are signed with the same secret.
 */
const Claims = z.object({
  iss: z.literal("shopify"),
  sub: z.string().min(1).max(255),
  iat: z.number(),
  input_data: PostPurchaseInput,
  changes: z.undefined().optional(),
  dest: z.undefined().optional(),
});

/** The purchase that a post-purchase input token speaks of; null for every other token, genuine or not. */
export function verifyPostPurchaseToken(token: string, now: Date): Purchase | null {
  for (const secret of secretsAt(now)) {
    const claims = claimsOf(token, secret, now);
    if (claims === "otherSecret") continue;
    if (claims === null) return null;
    const purchase = purchaseOf(claims.input_data);
    return purchase && purchase.facts.referenceId === claims.sub ? purchase : null;
  }
  return null;
}

function claimsOf(token: string, secret: string, now: Date): z.infer<typeof Claims> | "otherSecret" | null {
  const check = checkSignedToken(token, secret, { now, required: ["sub", "iat"], issuer: "shopify", maxAgeSeconds });
  if (check.code === "otherSecret") return "otherSecret";
  return check.code === "valid" ? (Claims.safeParse(check.claims).data ?? null) : null;
}
