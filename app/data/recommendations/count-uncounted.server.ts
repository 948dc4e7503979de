import type { ShopId } from "../../domain/shops/shop-id";
import { pool } from "../database.server";

/** More are not told apart, unless staff watch them become fewer. */
const most = 100_000;

/**
 * Orders that counts of what is bought together don't hold yet; no more than a hundred thousand are told. While all of a
 * shop's orders are counted, however many, noting them is half of the way, and writing what they come to the other half.
 */
export async function countUncounted(shop: ShopId): Promise<number> {
  const { rows: [found] } = await pool.query<{ waiting: number; noted: number; share: number }>(
    `select (select count(*) from (select from uncounted_orders where shop = $1 limit (select case when not exists (select from count_builds where shop = $1) then $2::int end)) u) as waiting, coalesce(b.orders, 0) as noted, coalesce(b.share, 1) as share
     from (select) one left join count_builds b on b.shop = $1`,
    [shop, most],
  );
  if (!found) return 0;
  const { waiting, noted, share } = found;
  if (share === 1) return waiting;
  return Math.ceil((waiting + (waiting + noted) * (1 - share)) / 2);
}
