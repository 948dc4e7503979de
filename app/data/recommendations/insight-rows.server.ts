import type { RebuyFigures } from "../../domain/strategies/reorders-due";
import type { CountCursor } from "../../domain/recommendations/count-cursor";
import type { ShopId } from "../../domain/shops/shop-id";
import { pool } from "../database.server";
import { NeighbourRow } from "./neighbour-rows";

export interface NeighboursOfProduct {
  neighbours: NeighbourRow | null;
  /** Null while no pair may be called bought together. */
  threshold: number | null;
}

/** What is kept of a product's neighbours; null for one without any. */
export async function findNeighbours(shop: ShopId, productId: number): Promise<NeighboursOfProduct> {
  const { rows } = await pool.query<{ neighbours: unknown; threshold: number | null }>(
    `select (select neighbours from co_purchase_neighbours where shop = $1 and product_id = $2) as neighbours,
            (select threshold from co_purchase_shops where shop = $1) as threshold`,
    [shop, productId],
  );
  const row = rows[0];
  return { neighbours: row?.neighbours ? NeighbourRow.parse(row.neighbours) : null, threshold: row?.threshold ?? null };
}

export interface RebuyRow extends RebuyFigures {
  productId: number;
  title: string;
  imageUrl: string | null;
  orders: number;
}

/** Products by repeat purchases, most first, from after a product of so many. */
export async function listRebuys(shop: ShopId, after: CountCursor | null, limit: number): Promise<RebuyRow[]> {
  const { rows } = await pool.query<RebuyRow>(
    `select c.product_id as "productId", p.title, p.image_url as "imageUrl", c.orders, c.customers, c.repeats,
            c.repeat_customers as "repeatCustomers", c.typical_days as "typicalDays"
     from co_purchase_products c join products p on p.shop = c.shop and p.id = c.product_id
     where c.shop = $1 and p.deleted_at is null and ($2::int is null or (c.repeats, c.product_id) < ($2::int, $3::bigint))
     order by c.repeats desc, c.product_id desc limit $4`,
    [shop, after?.count ?? null, after?.productId ?? null, limit],
  );
  return rows;
}
