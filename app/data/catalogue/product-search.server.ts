import type { ShopId } from "../../domain/shops/shop-id";
import { pool } from "../database.server";
import { holding } from "../like-pattern";

export interface FoundProduct {
  id: number;
  title: string;
  productType: string;
  imageUrl: string | null;
}

/** Products whose title holds the text, by title; those after the product named by `after`. An empty text finds all. */
export async function searchProductsAfter(shop: ShopId, text: string, after: number | null, limit: number): Promise<FoundProduct[]> {
  const { rows } = await pool.query<FoundProduct>({
    name: "search-products-after",
    text: `select id, title, product_type as "productType", image_url as "imageUrl" from products
            where shop = $1 and deleted_at is null and title ilike $2 escape '\\'
              and ($3::bigint is null or (title, id) > (select title, id from products where shop = $1 and id = $3))
            order by title, id limit $4`,
    values: [shop, holding(text), after, limit],
  });
  return rows;
}
