import type { PoolClient } from "pg";
import type { OfferContent } from "../../domain/offers/offer";
import type { ShopId } from "../../domain/shops/shop-id";
import { pool } from "../database.server";
import { parseContent } from "./offer-rows";

export interface OfferVersion {
  version: number;
  savedBy: number | null;
  savedAt: Date;
  content: OfferContent;
}

interface VersionRow {
  version: number;
  saved_by: number | null;
  saved_at: Date;
  content: unknown;
}

/** Inside the transaction that raised the offer's version to this one. */
export async function addVersion(
  client: PoolClient, shop: ShopId, offerId: string, version: number,
  saved: { content: OfferContent; savedBy: number | null; now: Date },
): Promise<void> {
  await client.query(
    "insert into offer_versions (shop, offer_id, version, content, saved_by, saved_at) values ($1, $2, $3, $4, $5, $6)",
    [shop, offerId, version, JSON.stringify(saved.content), saved.savedBy, saved.now],
  );
}

/** The newest versions first. */
export async function listVersions(shop: ShopId, offerId: string, limit: number): Promise<OfferVersion[]> {
  const { rows } = await pool.query<VersionRow>(
    `select version, saved_by, saved_at, content from offer_versions
     where shop = $1 and offer_id = $2 order by version desc limit $3`,
    [shop, offerId, limit],
  );
  return rows.map(toVersion);
}

/** Null when this shop's offer never had such a version. */
export async function findVersion(shop: ShopId, offerId: string, version: number): Promise<OfferVersion | null> {
  const { rows } = await pool.query<VersionRow>(
    `select version, saved_by, saved_at, content from offer_versions
     where shop = $1 and offer_id = $2 and version = $3`,
    [shop, offerId, version],
  );
  return rows[0] ? toVersion(rows[0]) : null;
}

function toVersion(row: VersionRow): OfferVersion {
  return { version: row.version, savedBy: row.saved_by, savedAt: row.saved_at, content: parseContent(row.content) };
}
