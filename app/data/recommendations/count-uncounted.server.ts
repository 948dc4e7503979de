import type { ShopId } from "../../domain/shops/shop-id";
import { pool } from "../database.server";

/** More are not told apart: "more than a hundred thousand" says as much. */
const most = 100_000;

/** Orders that counts of what is bought together don't hold yet; no more than a hundred thousand are counted. */
export async function countUncounted(shop: ShopId): Promise<number> {
  const { rows } = await pool.query<{ count: number }>("select count(*) from (select from uncounted_orders where shop = $1 limit $2) u", [shop, most]);
  return rows[0]?.count ?? 0;
}
