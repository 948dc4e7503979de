import type { ShopId } from "../../domain/shops/shop-id";
import { pool } from "../database.server";

/** Whether any decision ever chose this offer. */
export async function isOfferUsed(shop: ShopId, id: string): Promise<boolean> {
  const { rowCount } = await pool.query("select from decisions where shop = $1 and offer_id = $2 limit 1", [shop, id]);
  return rowCount === 1;
}
