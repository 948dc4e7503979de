import { z } from "zod";
import type { StaffRights } from "../../domain/shops/staff-rights";
import type { ShopId } from "../../domain/shops/shop-id";
import { log } from "../../log.server";
import type { AdminRequest } from "./require-admin.server";
import { requireAdmin } from "./require-admin.server";
import { ShopifyApiError } from "./shopify-api-error.server";
import { requestGrant } from "./token-grants.server";

const Grant = z.object({
  access_token: z.string().min(1),
  /** Of the app's scopes, those that this person's own permissions cover. */
  associated_user_scope: z.string(),
  associated_user: z.object({ id: z.number(), account_owner: z.boolean(), collaborator: z.boolean() }),
});

/** What Shopify lets a member of staff do, with a token that acts for them; neither is kept. */
export interface StaffAccess extends StaffRights {
  shop: ShopId;
  accessToken: string;
}

export interface StaffRequest extends AdminRequest {
  /** Null when Shopify does not say at this moment: nothing that is guarded happens then. */
  staff: StaffAccess | null;
}

/**
 * The request of a member of staff with what Shopify says of them at this very moment. Offline tokens know no people, so
 * the session token is exchanged for an online one; names and e-mail that come with it are not read. Throws what
 * `requireAdmin` throws.
 */
export async function requireStaff(request: Request): Promise<StaffRequest> {
  const admin = await requireAdmin(request);
  const header = request.headers.get("authorization");
  const token = header === null ? (new URL(request.url).searchParams.get("id_token") ?? "") : header.replace(/^Bearer /, "");
  try {
    return { ...admin, staff: await exchange(admin.shop, token) };
  } catch (thrown) {
    if (thrown instanceof ShopifyApiError && thrown.code === "badSessionToken") throw new Response(null, { status: 401, headers: { "X-Shopify-Retry-Invalid-Session-Request": "1" } });
    if (!(thrown instanceof ShopifyApiError)) throw thrown;
    log.warn({ shop: admin.shop, code: thrown.code }, thrown.message);
    return { ...admin, staff: null };
  }
}

async function exchange(shop: ShopId, sessionToken: string): Promise<StaffAccess> {
  const body = await requestGrant(shop, "badSessionToken", {
    grant_type: "urn:ietf:params:oauth:grant-type:token-exchange",
    subject_token: sessionToken,
    subject_token_type: "urn:ietf:params:oauth:token-type:id_token",
    requested_token_type: "urn:shopify:params:oauth:token-type:online-access-token",
  });
  const grant = Grant.safeParse(body);
  if (!grant.success) throw new ShopifyApiError("unreachable", "Shopify's answer said nothing of the member of staff");
  const { access_token: accessToken, associated_user_scope: scopes, associated_user: user } = grant.data;
  return { shop, accessToken, isOwner: user.account_owner, isCollaborator: user.collaborator, scopes: scopes.split(",").filter(Boolean) };
}
