import { endSubscriptions } from "./billing";
import { nextId } from "./ids";
import type { AccessToken, AppInstallation, WebhookSubscription } from "./installation-model";
import type { Shop } from "./model";
import { defineCommand } from "./store";

/** Seconds that an expiring offline token and its refresh token live, as Shopify documents them. */
export const OFFLINE_TOKEN_SECONDS = 3600;
export const REFRESH_TOKEN_SECONDS = 90 * 24 * 3600;
/** A used refresh token works again until its replacement is used, for 30 days at most. */
const RETRY_WINDOW_MS = 30 * 24 * 3600 * 1000;
const ONLINE_TOKEN_SECONDS = 24 * 3600;

export interface SubscriptionRequest {
  topic: string;
  uri: string;
  filter?: string | null;
  includeFields?: string[];
  name?: string | null;
}

export interface InstallRequest {
  shop: string;
  scopes: string[];
  /** The subscriptions of the app's configuration file. */
  subscriptions: SubscriptionRequest[];
}

/** Installs the app with the scopes of its configuration; installing again replaces an installation, tokens included. */
export const installApp = defineCommand("installApp", ({ store, at }, args: InstallRequest): AppInstallation => {
  const shop = store.getShop(args.shop);
  const installation: AppInstallation = {
    id: nextId(shop, "installation"),
    installedAt: at,
    scopes: args.scopes,
    accessTokens: new Map(),
    refreshTokens: new Map(),
  };
  shop.installation = installation;
  shop.subscriptions = configured(shop, args.subscriptions, at);
  return installation;
});

/** Replaces the subscriptions of the app's configuration, as deploying a changed configuration does. */
export const deployConfiguration = defineCommand("deployConfiguration", ({ store, at }, args: { shop: string; subscriptions: SubscriptionRequest[] }): void => {
  const shop = store.getShop(args.shop);
  const made = shop.subscriptions.filter(({ source }) => source === "api");
  shop.subscriptions = [...configured(shop, args.subscriptions, at), ...made];
});

function configured(shop: Shop, requests: readonly SubscriptionRequest[], at: number): WebhookSubscription[] {
  return requests.map((request) => ({
    id: nextId(shop, "subscription"),
    topic: request.topic,
    uri: request.uri,
    filter: request.filter ?? null,
    includeFields: request.includeFields ?? [],
    name: request.name ?? null,
    source: "configuration",
    createdAt: at,
  }));
}

/** Removes the app: its tokens stop working at once and app/uninstalled goes out before the subscriptions are dropped. */
export const uninstallApp = defineCommand("uninstallApp", ({ store, emit }, args: { shop: string }): void => {
  const shop = store.getShop(args.shop);
  if (!shop.installation) throw new Error(`The app is not installed on ${shop.domain}`);
  emit(shop, "app/uninstalled", shop.id);
  endSubscriptions(shop);
  shop.installation = null;
  shop.subscriptions = [];
});

/** Grants other scopes and announces app/scopes_update; tokens keep working with the new scopes, as with managed installation. */
export const changeScopes = defineCommand("changeScopes", ({ store, emit }, args: { shop: string; scopes: string[] }): AppInstallation => {
  const shop = store.getShop(args.shop);
  const installation = getInstallation(shop);
  const previous = installation.scopes;
  installation.scopes = args.scopes;
  emit(shop, "app/scopes_update", installation.id, { previous });
  return installation;
});

export function getInstallation(shop: Shop): AppInstallation {
  if (!shop.installation) throw new Error(`The app is not installed on ${shop.domain}`);
  return shop.installation;
}

export interface IssuedTokens {
  accessToken: AccessToken;
  refreshTokenExpiresIn: number | null;
}

/** Gives out an access token, with a refresh token when it is an expiring offline one. */
export const issueAccessToken = defineCommand(
  "issueAccessToken",
  ({ store, at, token }, args: { shop: string; kind: "online" | "offline"; expiring: boolean; userId: number | null }): IssuedTokens => {
    const installation = getInstallation(store.getShop(args.shop));
    const lifetime = args.kind === "online" ? ONLINE_TOKEN_SECONDS : args.expiring ? OFFLINE_TOKEN_SECONDS : null;
    const refresh = args.kind === "offline" && args.expiring ? addRefreshToken(installation, token(40), at, null) : null;
    const accessToken = addAccessToken(installation, `${args.kind === "online" ? "shpat_u" : "shpat_"}${token(32)}`, args.kind, at, lifetime, args.userId, refresh);
    return { accessToken, refreshTokenExpiresIn: refresh === null ? null : REFRESH_TOKEN_SECONDS };
  },
);

/**
 * Exchanges a refresh token for a new pair. The old one keeps working until the new one is used (so a lost reply is no harm),
 * 30 days at most and never beyond its own end; null when it is unknown, retired or expired.
 */
export const refreshAccessToken = defineCommand("refreshAccessToken", ({ store, at, token }, args: { shop: string; refreshToken: string }): IssuedTokens | null => {
  const installation = store.getShop(args.shop).installation;
  const used = installation?.refreshTokens.get(args.refreshToken);
  if (!installation || !used || used.retired || used.expiresAt <= at) return null;
  if (used.firstUsedAt !== null && at - used.firstUsedAt > RETRY_WINDOW_MS) return null;
  used.firstUsedAt ??= at;
  const previous = used.precededBy === null ? undefined : installation.refreshTokens.get(used.precededBy);
  if (previous) previous.retired = true;
  // A repeated use makes a second replacement; the first one, whose reply was lost, must not live on.
  for (const other of installation.refreshTokens.values()) if (other.precededBy === used.token) other.retired = true;
  const refresh = addRefreshToken(installation, token(40), at, used.token);
  const accessToken = addAccessToken(installation, `shpat_${token(32)}`, "offline", at, OFFLINE_TOKEN_SECONDS, null, refresh);
  return { accessToken, refreshTokenExpiresIn: REFRESH_TOKEN_SECONDS };
});

/** Makes every access token of a shop invalid at once, as when a client secret is revoked. */
export const revokeTokens = defineCommand("revokeTokens", ({ store }, args: { shop: string; refreshTokens: boolean }): void => {
  const installation = getInstallation(store.getShop(args.shop));
  installation.accessTokens.clear();
  if (args.refreshTokens) installation.refreshTokens.clear();
});

function addRefreshToken(installation: AppInstallation, token: string, at: number, precededBy: string | null): string {
  const value = `shprt_${token}`;
  const expiresAt = at + REFRESH_TOKEN_SECONDS * 1000;
  installation.refreshTokens.set(value, { token: value, issuedAt: at, expiresAt, firstUsedAt: null, precededBy, retired: false });
  return value;
}

function addAccessToken(
  installation: AppInstallation,
  token: string,
  kind: "online" | "offline",
  at: number,
  lifetimeSeconds: number | null,
  userId: number | null,
  refreshToken: string | null,
): AccessToken {
  const expiresAt = lifetimeSeconds === null ? null : at + lifetimeSeconds * 1000;
  const accessToken: AccessToken = { token, kind, scopes: installation.scopes, expiresAt, userId, refreshToken };
  installation.accessTokens.set(token, accessToken);
  return accessToken;
}

/** The token's row while it is valid, or null: unknown, revoked or past its end. */
export function findAccessToken(shop: Shop, token: string, now: number): AccessToken | null {
  const found = shop.installation?.accessTokens.get(token);
  if (!found || (found.expiresAt !== null && found.expiresAt <= now)) return null;
  return found;
}
