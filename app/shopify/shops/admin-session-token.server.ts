import { z } from "zod";
import { confineTo } from "../../data/tenancy/scope.server";
import { ShopId } from "../../domain/shops/shop-id";
import { env } from "../../env.server";
import { checkSignedToken } from "./signed-token.server";

const Claims = z.object({
  iss: z.string(),
  dest: z.string(),
  aud: z.literal(env.SHOPIFY_API_KEY),
  sub: z.string().regex(/^\d{1,16}$/),
  exp: z.number(),
  nbf: z.number(),
  sid: z.string().min(1),
});

export type AdminTokenCheck =
  | { code: "valid"; shop: ShopId; userId: number }
  /** Was good; App Bridge or the bounce page gets a new one. */
  | { code: "expired" }
  | { code: "invalid" };

/**
 * Whether this is a session token that the Shopify admin issued to staff for this app. Tokens of extensions,
 * of the post-purchase page and the app's own changesets carry a valid signature of the same secret and are refused.
 */
export function readAdminSessionToken(token: string): AdminTokenCheck {
  const check = checkSignedToken(token, env.SHOPIFY_API_SECRET, { now: new Date(), required: ["exp", "nbf"], audience: env.SHOPIFY_API_KEY });
  if (check.code === "expired") return { code: "expired" };
  const claims = check.code === "valid" ? Claims.safeParse(check.claims) : null;
  if (!claims?.success) return { code: "invalid" };
  const { dest, iss, sub } = claims.data;
  const shop = ShopId.safeParse(dest.replace(/^https:\/\//, ""));
  const isAdmin = shop.success && dest === `https://${shop.data}` && iss === `${dest}/admin`;
  return isAdmin ? { code: "valid", shop: shop.data, userId: Number(sub) } : { code: "invalid" };
}

/** The same; a request with a valid one is confined to its shop from here on. */
export function checkAdminSessionToken(token: string): AdminTokenCheck {
  const check = readAdminSessionToken(token);
  if (check.code === "valid") confineTo(check.shop);
  return check;
}
