import type { CatalogueProduct } from "../../domain/catalogue/product";
import type { ShopId } from "../../domain/shops/shop-id";
import { pool } from "../database.server";
import { listProductsByIds } from "./products.server";

/** Some product that is for sale and has a picture if any has, for examples; null while there is none. */
export async function findSampleProduct(shop: ShopId): Promise<CatalogueProduct | null> {
  const { rows } = await pool.query<{ id: number }>({
    name: "sample-product",
    text: `select id from products
            where shop = $1 and deleted_at is null and status = 'active' and published_at <= now() and not is_gift_card
            order by image_url is null, id limit 1`,
    values: [shop],
  });
  return rows[0] ? ((await listProductsByIds(shop, [rows[0].id]))[0] ?? null) : null;
}
