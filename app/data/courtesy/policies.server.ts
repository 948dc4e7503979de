import type { CourtesyPolicy } from "../../domain/courtesy/policy";
import { CourtesyPolicy as Policy } from "../../domain/courtesy/policy";
import type { ShopId } from "../../domain/shops/shop-id";
import { pool } from "../database.server";
import { changeOffers } from "../offers/change-offers.server";

export interface StoredPolicy {
  policy: CourtesyPolicy;
  version: number;
  savedAt: Date;
  savedBy: number | null;
}

interface PolicyRow {
  content: unknown;
  version: number;
  saved_at: Date;
  saved_by: number | null;
}

/** The version that holds now; null for a shop that never saved one. */
export async function findPolicy(shop: ShopId): Promise<StoredPolicy | null> {
  const { rows } = await pool.query<PolicyRow>({
    name: "find_policy",
    text: "select content, version, saved_at, saved_by from courtesy_policies where shop = $1 order by version desc limit 1",
    values: [shop],
  });
  const [row] = rows;
  return row ? { policy: Policy.parse(row.content), version: row.version, savedAt: row.saved_at, savedBy: row.saved_by } : null;
}

/** Adds a version and tells every process that decides for the shop; returns its number. */
export async function insertPolicy(shop: ShopId, policy: CourtesyPolicy, savedBy: number | null, now: Date): Promise<number> {
  return changeOffers(shop, async (client) => {
    const { rows } = await client.query<{ version: number }>(
      `insert into courtesy_policies (shop, version, content, saved_by, saved_at)
       select $1, coalesce(max(version), 0) + 1, $2, $3, $4 from courtesy_policies where shop = $1 returning version`,
      [shop, JSON.stringify(policy), savedBy, now],
    );
    return rows[0]?.version ?? 0;
  });
}
