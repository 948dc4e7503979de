import { gapSteps } from "../../domain/reports/gap-histogram";
import type { ShopId } from "../../domain/shops/shop-id";
import { pool } from "../database.server";

/** So many orders are read, whole customers at a time, so that a page takes no longer in a shop with millions. */
export const gapOrders = 5_000;

/** How often customers bought a product again after so many days, by the steps of `gapSteps`; over `gapOrders` orders at most. */
export async function countPurchaseGaps(shop: ShopId): Promise<number[]> {
  const { rows } = await pool.query<{ step: number; purchases: number }>({
    name: "purchase_gaps",
    text: `
      with mine as materialized (
        select customer_key, floor(extract(epoch from bought_at) / 86400)::int as day, product_ids
        from counted_orders where shop = $1 and customer_key is not null order by customer_key limit $3
      ), gaps as (
        select day - lag(day) over (partition by customer_key, product_id order by day) as days from mine, unnest(product_ids) product_id
      )
      select width_bucket(days, $2::int[]) - 1 as step, count(*)::int as purchases from gaps where days > 0 group by 1`,
    values: [shop, gapSteps.map(({ from }) => from), gapOrders],
  });
  const counts = gapSteps.map(() => 0);
  for (const { step, purchases } of rows) counts[step] = purchases;
  return counts;
}
