import { Session } from "@shopify/shopify-api";
import type { SessionStorage } from "@shopify/shopify-app-session-storage";
import { deleteSession, findSession, listSessions, saveSession } from "../../data/shops/sessions.server";
import type { StoredSession } from "../../data/shops/sessions.server";
import { ShopId } from "../../domain/shops/shop-id";
import { env } from "../../env.server";
import { decryptToken, encryptToken } from "./token-cipher.server";

export const offlineSessionId = (shop: ShopId) => `offline_${shop}`;

/** The library asks by id alone: "offline_{shop}", or "{shop}_{user}" for a member of staff. */
export function shopOfSessionId(id: string): ShopId | null {
  const { data } = ShopId.safeParse(id.replace(/^offline_/, "").replace(/_\d+$/, ""));
  return data ?? null;
}

/** For the data layer: the same session with its tokens encrypted. */
export function sealSession(session: Session): StoredSession {
  const shop = ShopId.parse(session.shop);
  return {
    shop,
    id: session.id,
    isOnline: session.isOnline,
    state: session.state,
    scope: session.scope ?? "",
    userId: session.onlineAccessInfo?.associated_user.id ?? null,
    accessToken: session.accessToken ? encryptToken(env.TOKEN_KEYS, { shop, field: "accessToken" }, session.accessToken) : "",
    expiresAt: session.expires ?? null,
    refreshToken: session.refreshToken ? encryptToken(env.TOKEN_KEYS, { shop, field: "refreshToken" }, session.refreshToken) : null,
    refreshExpiresAt: session.refreshTokenExpires ?? null,
  };
}

/** A token that no key opens is left out, which makes the session inactive until staff open the app again. */
export function openSession(stored: StoredSession): Session {
  const { shop } = stored;
  const accessToken = decryptToken(env.TOKEN_KEYS, { shop, field: "accessToken" }, stored.accessToken);
  const refreshToken = stored.refreshToken && decryptToken(env.TOKEN_KEYS, { shop, field: "refreshToken" }, stored.refreshToken);
  return new Session({
    id: stored.id,
    shop,
    state: stored.state,
    isOnline: stored.isOnline,
    scope: stored.scope,
    ...(accessToken && { accessToken }),
    ...(stored.expiresAt && { expires: stored.expiresAt }),
    ...(refreshToken && { refreshToken }),
    ...(refreshToken && stored.refreshExpiresAt && { refreshTokenExpires: stored.refreshExpiresAt }),
  });
}

export const sessionStorage: SessionStorage = {
  async storeSession(session) {
    await saveSession(sealSession(session));
    return true;
  },
  async loadSession(id) {
    const shop = shopOfSessionId(id);
    const stored = shop && (await findSession(shop, id));
    return stored ? openSession(stored) : undefined;
  },
  async deleteSession(id) {
    const shop = shopOfSessionId(id);
    if (shop) await deleteSession(shop, id);
    return true;
  },
  async deleteSessions(ids) {
    for (const id of ids) await sessionStorage.deleteSession(id);
    return true;
  },
  async findSessionsByShop(domain) {
    const shop = ShopId.safeParse(domain);
    return shop.success ? (await listSessions(shop.data)).map(openSession) : [];
  },
};
