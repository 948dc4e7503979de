import type { ShopId } from "../../domain/shops/shop-id";
import type { Transaction } from "../database.server";
import { pool } from "../database.server";

export interface StoredCoupon {
  code: string;
  expiresAt: Date;
}

export interface CouponReader {
  decisionId: string;
  customerKey: string | null;
  referenceId: string | null;
}

/** The coupon of a decision; null when it has none. */
export async function findCoupon(shop: ShopId, decisionId: string): Promise<StoredCoupon | null> {
  const { rows } = await pool.query<StoredCoupon>(
    `select c.code, p.ends_at as "expiresAt" from coupons c join coupon_pools p on p.shop = c.shop and p.id = c.pool_id
      where c.shop = $1 and c.decision_id = $2`,
    [shop, decisionId],
  );
  return rows[0] ?? null;
}

/**
 * Gives one free coupon of these terms, from the pool that ends first after a moment, to a decision. The row is taken
 * under its lock, so that no two get it. Null when none is free, and when the decision got its coupon meanwhile.
 */
export async function takeCoupon(shop: ShopId, terms: string, endsAfter: Date, reader: CouponReader, now: Date): Promise<StoredCoupon | null> {
  const { rows } = await pool.query<StoredCoupon>(
    `update coupons c set decision_id = $4, customer_key = $5, reference_id = $6, assigned_at = $7
       from coupon_pools p
      where p.shop = c.shop and p.id = c.pool_id and c.shop = $1
        and c.code = (
          select f.code from coupons f join coupon_pools q on q.shop = f.shop and q.id = f.pool_id
           where f.shop = $1 and q.terms = $2 and q.ends_at >= $3 and f.state = 'ready' and f.decision_id is null
           order by q.ends_at, f.code limit 1 for update of f skip locked)
        and not exists (select from coupons taken where taken.shop = $1 and taken.decision_id = $4)
      returning c.code, p.ends_at as "expiresAt"`,
    [shop, terms, endsAfter, reader.decisionId, reader.customerKey, reader.referenceId, now],
  ).catch((thrown: unknown) => {
    // Two at once for one decision: the unique key lets one through.
    if (thrown instanceof Error && "code" in thrown && thrown.code === "23505") return { rows: [] };
    throw thrown;
  });
  return rows[0] ?? null;
}

/** Takes away from coupons whom they were given to; the codes stay taken. */
export async function forgetCouponHolders(shop: ShopId, customerKeys: readonly string[], orderIds: readonly number[], client: Transaction): Promise<void> {
  await client.query(
    `update coupons set customer_key = null, reference_id = null
      where shop = $1 and (customer_key = any($2::text[])
        or reference_id in (select checkout_token from orders where shop = $1 and id = any($3::bigint[]) and checkout_token is not null))`,
    [shop, customerKeys, orderIds],
  );
}

/** The coupons that were given to a person, the earliest first, for the merchant to hand over. */
export async function describeCoupons(shop: ShopId, customerKeys: readonly string[]): Promise<{ code: string; givenAt: Date; endsAt: Date }[]> {
  const { rows } = await pool.query<{ code: string; givenAt: Date; endsAt: Date }>(
    `select c.code, c.assigned_at as "givenAt", p.ends_at as "endsAt" from coupons c join coupon_pools p on p.shop = c.shop and p.id = c.pool_id
      where c.shop = $1 and c.customer_key = any($2::text[]) order by c.assigned_at, c.code`,
    [shop, customerKeys],
  );
  return rows;
}
