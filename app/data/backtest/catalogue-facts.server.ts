import type { CatalogueFacts } from "../../domain/orders/order-facts";
import type { StockFacts } from "../../domain/orders/fact-groups";
import type { ShopId } from "../../domain/shops/shop-id";
import { pool } from "../database.server";

interface ProductRow extends CatalogueFacts {
  id: number;
  left: number | null;
  limited: boolean | null;
}

/** What rules may ask of a shop's products, all or those named, deleted ones included: past orders hold those too. */
export async function readCatalogueFacts(shop: ShopId, productIds: readonly number[] | null = null): Promise<{ catalogue: Map<number, CatalogueFacts>; stock: StockFacts }> {
  const { rows } = await pool.query<ProductRow>(
    `select p.id, p.collection_ids as "collectionIds", p.tags, p.vendor, p.product_type as "productType",
            s.left, s.limited
     from products p
     left join (
       select product_id, sum(greatest(coalesce(inventory_quantity, 0), 0))::int8 as left,
              bool_and(stock_limited and inventory_quantity is not null) as limited
       from variants where shop = $1 and ($2::bigint[] is null or product_id = any($2)) group by product_id
     ) s on s.product_id = p.id
     where p.shop = $1 and ($2::bigint[] is null or p.id = any($2))`,
    [shop, productIds],
  );
  const catalogue = new Map(rows.map(({ id, collectionIds, tags, vendor, productType }) => [id, { collectionIds, tags, vendor, productType }]));
  const stock = Object.fromEntries(rows.flatMap(({ id, left, limited }) => (limited === null ? [] : [[id, limited ? left ?? 0 : "unlimited" as const]])));
  return { catalogue, stock };
}
