import type { PoolClient } from "pg";
import type { ShopId } from "../../domain/shops/shop-id";
import { env } from "../../env.server";
import { inTransaction, pool } from "../database.server";
import { createTurns } from "./turns";

/** Tokens are envelopes here: encrypted before they come and decrypted after they leave. */
export interface StoredSession {
  shop: ShopId;
  id: string;
  isOnline: boolean;
  state: string;
  scope: string;
  userId: number | null;
  /** Empty when Shopify refused the token that was here. */
  accessToken: string;
  expiresAt: Date | null;
  refreshToken: string | null;
  refreshExpiresAt: Date | null;
}

const columns = `shop, id, is_online as "isOnline", state, scope, user_id as "userId", access_token as "accessToken",
  expires_at as "expiresAt", refresh_token as "refreshToken", refresh_expires_at as "refreshExpiresAt"`;

export async function findSession(
  shop: ShopId,
  id: string,
  client: Pick<PoolClient, "query"> = pool,
): Promise<StoredSession | null> {
  const { rows } = await client.query<StoredSession>({
    name: "find-session",
    text: `select ${columns} from sessions where shop = $1 and id = $2`,
    values: [shop, id],
  });
  return rows[0] ?? null;
}

export async function listSessions(shop: ShopId): Promise<StoredSession[]> {
  const { rows } = await pool.query<StoredSession>(`select ${columns} from sessions where shop = $1 order by id`, [shop]);
  return rows;
}

/** Replaces the session of the same id; with a transaction's client it becomes visible when that commits. */
export async function saveSession(session: StoredSession, client: Pick<PoolClient, "query"> = pool): Promise<void> {
  await client.query(
    `insert into sessions (shop, id, is_online, state, scope, user_id, access_token, expires_at, refresh_token, refresh_expires_at, updated_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, now())
     on conflict (shop, id) do update set
       is_online = excluded.is_online, state = excluded.state, scope = excluded.scope, user_id = excluded.user_id,
       access_token = excluded.access_token, expires_at = excluded.expires_at, refresh_token = excluded.refresh_token,
       refresh_expires_at = excluded.refresh_expires_at, updated_at = excluded.updated_at`,
    [
      session.shop, session.id, session.isOnline, session.state, session.scope, session.userId,
      session.accessToken, session.expiresAt, session.refreshToken, session.refreshExpiresAt,
    ],
  );
}

export async function deleteSession(shop: ShopId, id: string): Promise<void> {
  await pool.query("delete from sessions where shop = $1 and id = $2", [shop, id]);
}

/** Shopify may take its time to answer meanwhile: most connections are left to those who need none of it. */
const inTurn = createTurns(Math.max(1, Math.floor(env.DATABASE_POOL / 4)));

/**
 * Runs the work while no other process does the same for this shop. The lock ends with the connection that
 * holds it, so a crashed process leaves none behind.
 */
export async function withTokenLock<T>(shop: ShopId, work: (client: PoolClient) => Promise<T>): Promise<T> {
  return inTurn(() => inTransaction(async (client) => {
    await client.query("select pg_advisory_xact_lock(hashtextextended('token:' || $1, 0))", [shop]);
    return work(client);
  }));
}
