import type { Request, Response } from "express";
import type { Faults } from "../server/faults";
import type { IssuedTokens } from "../store/installations";
import { issueAccessToken, refreshAccessToken } from "../store/installations";
import type { Shop } from "../store/model";
import type { Store } from "../store/store";
import { verifyJwt } from "../tokens/jwt";
import type { AppIdentity } from "./app-identity";
import { textOf } from "../input/text-of";

const TOKEN_EXCHANGE = "urn:ietf:params:oauth:grant-type:token-exchange";
const ID_TOKEN = "urn:ietf:params:oauth:token-type:id_token";
const ONLINE = "urn:shopify:params:oauth:token-type:online-access-token";
const OFFLINE = "urn:shopify:params:oauth:token-type:offline-access-token";
/** Seconds of tolerance for the clock of whoever signed the session token. */
const LEEWAY = 10;

export interface OauthContext {
  store: Store;
  app: AppIdentity;
  faults: Faults;
}

/** POST /admin/oauth/access_token: token exchange and refresh, as @shopify/shopify-api sends them. */
export function answerTokenRequest(context: OauthContext, shop: Shop, request: Request, response: Response): void {
  const body: Record<string, unknown> = typeof request.body === "object" && request.body !== null ? request.body : {};
  const reply = grant(context, shop, body);
  if (reply.status === 200 && context.faults.api.lostTokenReplies > 0) {
    context.faults.api.lostTokenReplies -= 1;
    request.socket.destroy();
    return;
  }
  response.status(reply.status).json(reply.body);
}

interface Reply {
  status: number;
  body: Record<string, unknown>;
}

function refuse(status: number, error: string, description: string): Reply {
  return { status, body: { error, error_description: description } };
}

function grant({ store, app }: OauthContext, shop: Shop, body: Record<string, unknown>): Reply {
  if (body.client_id !== app.apiKey || (body.client_secret !== app.apiSecret && body.client_secret !== (app.apiSecretOld ?? app.apiSecret))) {
    return refuse(400, "application_cannot_be_found", "The client id or secret is wrong");
  }
  if (body.grant_type === "refresh_token") {
    const issued = refreshAccessToken(store, { shop: shop.domain, refreshToken: textOf(body.refresh_token) });
    return issued ? { status: 200, body: tokenReply(shop, issued) } : refuse(400, "invalid_grant", "The refresh token is unknown, used or expired");
  }
  if (body.grant_type !== TOKEN_EXCHANGE) return refuse(400, "unsupported_grant_type", "Use token exchange or a refresh token");
  return exchange(store, app, shop, body);
}

function exchange(store: Store, app: AppIdentity, shop: Shop, body: Record<string, unknown>): Reply {
  const invalid = refuse(400, "invalid_subject_token", "The session token is not valid");
  if (body.subject_token_type !== ID_TOKEN) return refuse(400, "invalid_request", "The subject token must be an id token");
  const kind = body.requested_token_type === ONLINE ? "online" : body.requested_token_type === OFFLINE ? "offline" : null;
  if (!kind) return refuse(400, "invalid_request", "The requested token type is unknown");
  const claims = verifyJwt(textOf(body.subject_token), app.apiSecret);
  const now = Math.floor(store.clock.now() / 1000);
  if (!claims || claims.aud !== app.apiKey || claims.dest !== `https://${shop.domain}` || claims.iss !== `https://${shop.domain}/admin`) return invalid;
  if (typeof claims.exp !== "number" || claims.exp + LEEWAY < now) return invalid;
  if (!shop.installation) return refuse(400, "invalid_request", "The app is not installed on this shop");
  const expiring = textOf(body.expiring) === "1";
  const issued = issueAccessToken(store, { shop: shop.domain, kind, expiring, userId: kind === "online" ? Number(claims.sub) : null });
  return { status: 200, body: tokenReply(shop, issued) };
}

function tokenReply(shop: Shop, { accessToken, refreshTokenExpiresIn }: IssuedTokens): Record<string, unknown> {
  const scope = accessToken.scopes.join(",");
  const common = { access_token: accessToken.token, scope };
  if (accessToken.kind === "online") {
    const staff = shop.billing.staff.find(({ id }) => id === accessToken.userId);
    const user = {
      id: accessToken.userId,
      first_name: staff?.firstName ?? "Shop",
      last_name: staff ? "Staff" : "Owner",
      email: shop.email,
      email_verified: true,
      account_owner: accessToken.userId === shop.ownerId,
      locale: shop.locale,
      collaborator: staff?.collaborator ?? false,
    };
    return { ...common, expires_in: 86_399, associated_user_scope: staff ? staff.scopes.join(",") : scope, session: null, account_number: 0, associated_user: user };
  }
  if (refreshTokenExpiresIn === null) return common;
  return { ...common, expires_in: 3600, refresh_token: accessToken.refreshToken, refresh_token_expires_in: refreshTokenExpiresIn };
}
