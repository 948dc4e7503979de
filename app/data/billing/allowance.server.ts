import type { ShopId } from "../../domain/shops/shop-id";
import { pool } from "../database.server";

/** More are not told apart: every limit lies far below. */
const most = 10_000;

/** Offers that were accepted from a time on and that their orders confirmed; no more than ten thousand are counted. */
export async function countAccepted(shop: ShopId, from: Date): Promise<number> {
  const { rows } = await pool.query<{ count: number }>({
    name: "count-accepted",
    text: "select count(*) from (select from ledger_entries where shop = $1 and happened_at >= $2 and kind = 'accepted' and source_key not like '%#%' limit $3) e",
    values: [shop, from, most],
  });
  return rows[0]?.count ?? 0;
}
