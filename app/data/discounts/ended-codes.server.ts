import type { ShopId } from "../../domain/shops/shop-id";
import { pool } from "../database.server";

/** Codes of claims that ended before a moment and whose discounts Shopify still has, a page at most. */
export async function listEndedCodes(shop: ShopId, endedBefore: Date, limit: number): Promise<{ claimId: string; code: string }[]> {
  const { rows } = await pool.query<{ claimId: string; code: string }>(
    `select id as "claimId", discount_code as code from offer_claims
      where shop = $1 and discount_code is not null and code_removed_at is null and expires_at < $2 order by expires_at, id limit $3`,
    [shop, endedBefore, limit],
  );
  return rows;
}

export async function recordCodeRemoved(shop: ShopId, claimId: string, now: Date): Promise<void> {
  await pool.query("update offer_claims set code_removed_at = $3 where shop = $1 and id = $2", [shop, claimId, now]);
}

/** Pools of coupons that ended before a moment and whose discounts Shopify still has, a page at most. */
export async function listEndedPools(shop: ShopId, endedBefore: Date, limit: number): Promise<{ id: string; nodeId: number }[]> {
  const { rows } = await pool.query<{ id: string; nodeId: number }>(
    `select id, node_id as "nodeId" from coupon_pools
      where shop = $1 and node_id is not null and removed_at is null and ends_at < $2 order by ends_at, id limit $3`,
    [shop, endedBefore, limit],
  );
  return rows;
}

export async function recordPoolRemoved(shop: ShopId, id: string, now: Date): Promise<void> {
  await pool.query("update coupon_pools set removed_at = $3 where shop = $1 and id = $2", [shop, id, now]);
}
