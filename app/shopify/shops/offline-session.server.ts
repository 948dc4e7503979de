import type { Session } from "@shopify/shopify-api";
import type { Transaction } from "../../data/database.server";
import { addJobs } from "../../data/jobs/jobs.server";
import { findSession, saveSession, withTokenLock } from "../../data/shops/sessions.server";
import { recordInstallation } from "../../data/shops/shops.server";
import type { ShopId } from "../../domain/shops/shop-id";
import { offlineSessionId, openSession, sealSession } from "./session-storage.server";
import { ShopifyApiError } from "./shopify-api-error.server";
import { exchangeSessionToken, refreshOfflineSession } from "./token-grants.server";

/** One minute more than the library's own margin, so that it always finds a session it accepts. */
const marginMs = 6 * 60_000;
/** A token this close to its end would not outlive the call it is wanted for. */
const lastMomentMs = 15_000;

interface Need {
  /** Staff's session token, already verified: buys a new access token where refreshing cannot. */
  sessionToken?: string;
  /** The access token that Shopify has just refused. */
  refused?: string;
  /** Called after a new installation, before the session is given out. */
  onInstalled?: (shop: ShopId) => Promise<void>;
}

const underWay = new Map<string, Promise<Session>>();

/**
 * The shop's session with a token that is good for some minutes. Tokens are renewed by one process at a time; the old
 * refresh token is kept until the new one is committed, so a lost reply is made up for by asking again.
 * Throws ShopifyApiError: `signInNeeded`, `badSessionToken`, `unreachable`.
 */
export async function validOfflineSession(shop: ShopId, need: Need = {}): Promise<Session> {
  const stored = await findSession(shop, offlineSessionId(shop));
  const session = stored && openSession(stored);
  if (session && isGood(session, need.refused, marginMs)) return session;

  const flight = `${shop} ${need.sessionToken ? "exchange" : "refresh"}`;
  const renewal = underWay.get(flight) ?? renewLocked(shop, need);
  underWay.set(flight, renewal);
  try {
    return await renewal;
  } finally {
    if (underWay.get(flight) === renewal) underWay.delete(flight);
  }
}

function isGood(session: Session, refused: string | undefined, leftMs: number): boolean {
  return session.accessToken !== refused && session.isActive(undefined, leftMs);
}

async function renewLocked(shop: ShopId, need: Need): Promise<Session> {
  const { session, isNew } = await withTokenLock(shop, (client) => renew(shop, need, client));
  if (isNew) await need.onInstalled?.(shop);
  return session;
}

interface Renewed {
  session: Session;
  /** The shop has just installed the app. */
  isNew: boolean;
}

async function renew(shop: ShopId, { sessionToken, refused }: Need, client: Transaction): Promise<Renewed> {
  const now = new Date();
  const stored = await findSession(shop, offlineSessionId(shop), client);
  const session = stored && openSession(stored);
  if (session && isGood(session, refused, marginMs)) return { session, isNew: false };

  try {
    const renewed = sessionToken
      ? await exchangeSessionToken(shop, sessionToken, now)
      : await refreshOfflineSession(shop, usableRefreshToken(session, now), now);
    await saveSession(sealSession(renewed), client);
    const isNew = sessionToken !== undefined && (await recordInstalled(shop, renewed, now, client));
    return { session: renewed, isNew };
  } catch (thrown) {
    if (session && isGood(session, refused, lastMomentMs)) return { session, isNew: false };
    throw thrown;
  }
}

function usableRefreshToken(session: Session | null, now: Date): string {
  const { refreshToken, refreshTokenExpires } = session ?? {};
  if (!refreshToken || (refreshTokenExpires && refreshTokenExpires <= now)) {
    throw new ShopifyApiError("signInNeeded", "There is no refresh token to use");
  }
  return refreshToken;
}

// In the token's own transaction: an installation is never seen without its session, nor loses its first jobs.
async function recordInstalled(shop: ShopId, session: Session, now: Date, client: Transaction): Promise<boolean> {
  const scopes = (session.scope ?? "").split(",").filter(Boolean);
  const isNew = await recordInstallation(shop, scopes, now, client);
  if (isNew) await addJobs([{ task: "shops.install", payload: { shop }, key: `install ${shop}` }], client);
  return isNew;
}
