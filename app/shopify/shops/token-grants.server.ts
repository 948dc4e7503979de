import { Session } from "@shopify/shopify-api";
import { z } from "zod";
import type { ShopId } from "../../domain/shops/shop-id";
import { env } from "../../env.server";
import { offlineSessionId } from "./session-storage.server";
import { ShopifyApiError } from "./shopify-api-error.server";

const timeoutMs = 10_000;

const Grant = z.object({
  access_token: z.string().min(1),
  scope: z.string(),
  expires_in: z.number().positive().optional(),
  refresh_token: z.string().min(1).optional(),
  refresh_token_expires_in: z.number().positive().optional(),
});

/** An offline session for a session token that staff came with. `badSessionToken` when Shopify refuses that. */
export async function exchangeSessionToken(shop: ShopId, sessionToken: string, now: Date): Promise<Session> {
  return requestSession(shop, now, "badSessionToken", {
    grant_type: "urn:ietf:params:oauth:grant-type:token-exchange",
    subject_token: sessionToken,
    subject_token_type: "urn:ietf:params:oauth:token-type:id_token",
    requested_token_type: "urn:shopify:params:oauth:token-type:offline-access-token",
    expiring: "1",
  });
}

/** The next offline session. `signInNeeded` when Shopify no longer takes the refresh token. */
export async function refreshOfflineSession(shop: ShopId, refreshToken: string, now: Date): Promise<Session> {
  return requestSession(shop, now, "signInNeeded", { grant_type: "refresh_token", refresh_token: refreshToken });
}

async function requestSession(shop: ShopId, now: Date, whenRefused: "badSessionToken" | "signInNeeded", grant: Record<string, string>): Promise<Session> {
  const granted = Grant.safeParse(await requestGrant(shop, whenRefused, grant));
  if (!granted.success) throw new ShopifyApiError("unreachable", "Shopify's answer held no access token");
  return sessionOf(shop, granted.data, now);
}

/** Shopify's answer to a request for an access token, not looked at yet. Throws ShopifyApiError, with the code given when it is refused. */
export async function requestGrant(shop: ShopId, whenRefused: "badSessionToken" | "signInNeeded", grant: Record<string, string>): Promise<unknown> {
  const reply = await fetch(`https://${shop}/admin/oauth/access_token`, {
    method: "POST",
    headers: { "content-type": "application/json", accept: "application/json" },
    body: JSON.stringify({ client_id: env.SHOPIFY_API_KEY, client_secret: env.SHOPIFY_API_SECRET, ...grant }),
    redirect: "error",
    signal: AbortSignal.timeout(timeoutMs),
  }).catch((cause: unknown) => {
    throw new ShopifyApiError("unreachable", "Shopify did not answer a request for an access token", { cause });
  });
  if (reply.status >= 500 || reply.status === 429) {
    await reply.body?.cancel();
    throw new ShopifyApiError("unreachable", `Shopify answered a request for an access token with ${String(reply.status)}`);
  }
  const body: unknown = await reply.json().catch(() => null);
  if (!reply.ok) {
    const code = z.object({ error: z.string() }).safeParse(body).data?.error ?? `status ${String(reply.status)}`;
    throw new ShopifyApiError(whenRefused, `Shopify refused an access token: ${code}`);
  }
  return body;
}

function sessionOf(shop: ShopId, grant: z.infer<typeof Grant>, now: Date): Session {
  const after = (seconds: number) => new Date(now.getTime() + seconds * 1000);
  return new Session({
    id: offlineSessionId(shop),
    shop,
    state: "",
    isOnline: false,
    accessToken: grant.access_token,
    scope: grant.scope,
    ...(grant.expires_in && { expires: after(grant.expires_in) }),
    ...(grant.refresh_token && { refreshToken: grant.refresh_token }),
    ...(grant.refresh_token_expires_in && { refreshTokenExpires: after(grant.refresh_token_expires_in) }),
  });
}
