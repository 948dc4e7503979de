import type { ShopId } from "../../domain/shops/shop-id";
import { inTransaction, pool } from "../database.server";

export interface LinkKey {
  version: number;
  madeAt: Date;
  /** Links made with it work until then; null while it is the current one. */
  endsAt: Date | null;
}

interface KeyRow { version: number; made_at: Date; ends_at: Date | null }

/** The newest first; a shop that never replaced its key has none here and uses version 1. */
export async function listLinkKeys(shop: ShopId): Promise<LinkKey[]> {
  const { rows } = await pool.query<KeyRow>({
    name: "list_link_keys",
    text: "select version, made_at, ends_at from link_keys where shop = $1 order by version desc limit 20",
    values: [shop],
  });
  return rows.map((row) => ({ version: row.version, madeAt: row.made_at, endsAt: row.ends_at }));
}

/** Makes the next version current; what was made with the one before works until `oldEndsAt`. Returns the new version. */
export async function replaceLinkKey(shop: ShopId, now: Date, oldEndsAt: Date): Promise<number> {
  return inTransaction(async (client) => {
    // Version 1 is in use without a row.
    await client.query("insert into link_keys (shop, version, made_at) values ($1, 1, $2) on conflict do nothing", [shop, now]);
    await client.query("update link_keys set ends_at = $2 where shop = $1 and ends_at is null", [shop, oldEndsAt]);
    const { rows } = await client.query<{ version: number }>(
      "insert into link_keys (shop, version, made_at) select $1, max(version) + 1, $2 from link_keys where shop = $1 returning version",
      [shop, now],
    );
    return rows[0]?.version ?? 1;
  });
}
