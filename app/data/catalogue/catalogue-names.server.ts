import type { ShopId } from "../../domain/shops/shop-id";
import { pool } from "../database.server";

export interface CatalogueName {
  id: number;
  title: string;
  imageUrl: string | null;
}

export interface WantedNames {
  product: readonly number[];
  variant: readonly number[];
  collection: readonly number[];
}

/** Titles of what a rule names by id; those that this shop does not have are left out. */
export async function listCatalogueNames(
  shop: ShopId, ids: WantedNames,
): Promise<{ product: CatalogueName[]; variant: CatalogueName[]; collection: CatalogueName[] }> {
  const read = async (sql: string, wanted: readonly number[]) => {
    if (wanted.length === 0) return [];
    const { rows } = await pool.query<CatalogueName>(sql, [shop, wanted]);
    return rows;
  };
  const [product, variant, collection] = await Promise.all([
    read('select id, title, image_url as "imageUrl" from products where shop = $1 and id = any($2)', ids.product),
    read(
      `select v.id, case when v.title in ('', 'Default Title') then p.title else p.title || ' – ' || v.title end as title,
              coalesce(v.image_url, p.image_url) as "imageUrl"
       from variants v join products p on p.shop = v.shop and p.id = v.product_id
       where v.shop = $1 and v.id = any($2)`,
      ids.variant,
    ),
    read('select id, title, null as "imageUrl" from collections where shop = $1 and id = any($2)', ids.collection),
  ]);
  return { product, variant, collection };
}
