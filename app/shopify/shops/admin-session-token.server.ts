import { errors, jwtVerify } from "jose";
import { z } from "zod";
import { confineTo } from "../../data/tenancy/scope.server";
import { ShopId } from "../../domain/shops/shop-id";
import { env } from "../../env.server";

const clockToleranceSeconds = 10;

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
 * A request with a valid one is confined to its shop from here on.
 */
export async function checkAdminSessionToken(token: string): Promise<AdminTokenCheck> {
  try {
    const { payload } = await jwtVerify(token, new TextEncoder().encode(env.SHOPIFY_API_SECRET), {
      algorithms: ["HS256"],
      audience: env.SHOPIFY_API_KEY,
      clockTolerance: clockToleranceSeconds,
      requiredClaims: ["exp", "nbf"],
    });
    const claims = Claims.safeParse(payload);
    if (!claims.success) return { code: "invalid" };
    const { dest, iss, sub } = claims.data;
    const shop = ShopId.safeParse(dest.replace(/^https:\/\//, ""));
    const isAdmin = shop.success && dest === `https://${shop.data}` && iss === `${dest}/admin`;
    if (!isAdmin) return { code: "invalid" };
    confineTo(shop.data);
    return { code: "valid", shop: shop.data, userId: Number(sub) };
  } catch (thrown) {
    return { code: thrown instanceof errors.JWTExpired ? "expired" : "invalid" };
  }
}
