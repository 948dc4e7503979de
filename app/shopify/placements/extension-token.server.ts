import { z } from "zod";
import { idInGid } from "../../domain/shops/gid";
import { ShopId } from "../../domain/shops/shop-id";
import { env } from "../../env.server";
import { secretsAt } from "../shops/app-secrets.server";
import { checkSignedToken } from "../shops/signed-token.server";

/** Documented as five minutes; twice that is still a session token, a day is not. */
const maxLifeSeconds = 600;

const absent = z.undefined().optional();

/**
 * The claims of a session token of checkout and customer-account extensions (shopify.dev, "Session Token API"): the shop
 * in `dest` without a scheme, with one in older accounts of it, and `sub` for a customer who is logged in. What the
 * admin's tokens, post-purchase input tokens and this app's own changesets have on top makes them other credentials.
 */
const Claims = z.object({
  dest: z.string().max(255).transform((dest) => dest.replace(/^https:\/\//, "")).pipe(ShopId),
  exp: z.number(),
  nbf: z.number(),
  iat: z.number(),
  jti: z.string().min(1).max(255),
  sub: z.string().max(255).transform(customerOf).optional(),
  iss: absent,
  sid: absent,
  input_data: absent,
  changes: absent,
}).refine(({ exp, iat }) => exp - iat <= maxLifeSeconds);

/** Who an extension's request comes from. */
export interface ExtensionCaller {
  shop: ShopId;
  /** Shopify's id; null for a shopper who is not logged in. */
  customerId: number | null;
}

/** The shop and the customer that a UI extension's session token speaks of; null for every other token, genuine or not. */
export function verifyExtensionToken(token: string, now: Date): ExtensionCaller | null {
  for (const secret of secretsAt(now)) {
    const claims = claimsOf(token, secret, now);
    if (claims === "otherSecret") continue;
    return claims && { shop: claims.dest, customerId: claims.sub ?? null };
  }
  return null;
}

function claimsOf(token: string, secret: string, now: Date): z.infer<typeof Claims> | "otherSecret" | null {
  const check = checkSignedToken(token, secret, { now, required: ["exp", "nbf", "iat", "dest"], audience: env.SHOPIFY_API_KEY, maxAgeSeconds: maxLifeSeconds });
  if (check.code === "otherSecret") return "otherSecret";
  return check.code === "valid" ? (Claims.safeParse(check.claims).data ?? null) : null;
}

function customerOf(sub: string, context: z.RefinementCtx): number {
  const id = idInGid(sub, "Customer");
  if (id !== null) return id;
  context.addIssue({ code: "custom", message: "Not a customer" });
  return z.NEVER;
}
