import type { ReferralCode } from "../../domain/referrals/referral-code";
import type { ShopId } from "../../domain/shops/shop-id";
import { pool } from "../database.server";

export interface OrderReferral {
  orderId: number;
  code: ReferralCode;
}

/** Notes who referred orders. The first word counts: an order's attributes may be edited later. */
export async function noteReferrals(shop: ShopId, referrals: readonly OrderReferral[], now: Date): Promise<void> {
  if (referrals.length === 0) return;
  const rows = referrals.map(({ orderId, code }) => ({ order_id: orderId, code }));
  await pool.query(
    `insert into order_referrals (shop, order_id, code, noted_at)
     select $1, order_id, code, $3 from json_to_recordset($2::json) as x(order_id bigint, code text) order by order_id on conflict do nothing`,
    [shop, JSON.stringify(rows), now],
  );
}
