import type { CustomerKey } from "../../domain/orders/customer-key";
import type { ShopId } from "../../domain/shops/shop-id";
import { pool } from "../database.server";

/** Holds from now on; a repetition keeps the first time. */
export async function insertOptOut(shop: ShopId, customerKey: CustomerKey, now: Date): Promise<void> {
  await pool.query("insert into opt_outs (shop, customer_key, opted_out_at) values ($1, $2, $3) on conflict do nothing", [shop, customerKey, now]);
}
