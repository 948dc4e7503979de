import type { ShopId } from "../../domain/shops/shop-id";
import { pool } from "../database.server";

/** A product as one customer bought it; what was cancelled or all given back is left out. */
export interface BoughtRow {
  productId: number;
  /** Of the last time. */
  variantId: number | null;
  title: string;
  timesBought: number;
  lastBoughtAt: Date;
  /** For one unit, minor units of the shop's currency. */
  lastPaidMinor: number;
  lastQuantity: number;
}

export interface BoughtPage {
  /** The last row of the page before. */
  after: { lastBoughtAt: Date; productId: number } | null;
  limit: number;
}

/** Everything that a customer bought, what was bought last first; bounded by their last 500 orders. */
export async function listBoughtProducts(shop: ShopId, customerKey: string, { after, limit }: BoughtPage): Promise<BoughtRow[]> {
  const { rows } = await pool.query<BoughtRow>({
    name: "bought_products",
    text: `with mine as materialized (
             select id, processed_at from orders
             where shop = $1 and customer_key = $2 and cancelled_at is null and not test
             order by processed_at desc limit 500
           ), bought as (
             select distinct on (l.product_id) l.product_id, l.variant_id, l.title, m.processed_at,
               l.total_minor / greatest(l.quantity, 1) as paid, l.current_quantity as quantity
             from mine m join order_lines l on l.shop = $1 and l.order_id = m.id
             where l.product_id is not null and l.current_quantity > 0
             order by l.product_id, m.processed_at desc, m.id desc, l.id
           )
           select b.product_id as "productId", b.variant_id as "variantId", b.title, b.processed_at as "lastBoughtAt", b.paid as "lastPaidMinor",
             b.quantity as "lastQuantity",
             (select count(distinct m.id)::int from mine m join order_lines l on l.shop = $1 and l.order_id = m.id
              where l.product_id = b.product_id and l.current_quantity > 0) as "timesBought"
           from bought b
           where $3::timestamptz is null or (b.processed_at, b.product_id) < ($3, $4::bigint)
           order by b.processed_at desc, b.product_id desc limit $5`,
    values: [shop, customerKey, after?.lastBoughtAt ?? null, after?.productId ?? null, limit],
  });
  return rows;
}
