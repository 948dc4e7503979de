import type { ShopId } from "../../domain/shops/shop-id";
import { pool } from "../database.server";

/** In `companion_publications`: the shop's popular products. */
export const popularProducts = 0;

export interface Publication {
  productId: number;
  companionIds: number[];
}

/**
 * Products that have neighbours, pins or companions on their page, if these changed since they were last looked at or
 * nobody has looked for a day: the catalogue and the evidence gate move too. With what Shopify was told of each; by id,
 * after `after`.
 */
export async function listProductsToCheck(shop: ShopId, after: number, uncheckedSince: Date, limit: number): Promise<Publication[]> {
  const { rows } = await pool.query<{ product_id: number; companion_ids: number[] | null }>({
    name: "companions_to_check",
    text: `(select n.product_id, p.companion_ids from co_purchase_neighbours n
            left join companion_publications p on p.shop = n.shop and p.product_id = n.product_id
            where n.shop = $1 and n.product_id > $2 and (p.checked_at is null or p.checked_at < n.refreshed_at or p.checked_at < $3)
            order by n.product_id limit $4)
           union
           (select c.product_id, p.companion_ids from companion_choices c
            left join companion_publications p on p.shop = c.shop and p.product_id = c.product_id
            where c.shop = $1 and c.product_id > $2 and c.choice = 'pin' and (p.checked_at is null or p.checked_at < $3)
            order by c.product_id limit $4)
           union
           (select p.product_id, p.companion_ids from companion_publications p
            where p.shop = $1 and p.product_id > $2 and p.checked_at < $3 and cardinality(p.companion_ids) > 0 order by p.product_id limit $4)
           order by product_id limit $4`,
    values: [shop, after, uncheckedSince, limit],
  });
  return rows.map((row) => ({ productId: row.product_id, companionIds: row.companion_ids ?? [] }));
}

/** What Shopify was told of one product; null when nothing ever. */
export async function findPublication(shop: ShopId, productId: number): Promise<Publication | null> {
  const { rows } = await pool.query<{ companion_ids: number[] }>("select companion_ids from companion_publications where shop = $1 and product_id = $2", [shop, productId]);
  return rows[0] ? { productId, companionIds: rows[0].companion_ids } : null;
}

/** Notes what Shopify has now; `changed` are those that it was told anew. */
export async function recordPublications(shop: ShopId, checked: readonly Publication[], changed: ReadonlySet<number>, now: Date): Promise<void> {
  if (checked.length === 0) return;
  const rows = checked.map(({ productId, companionIds }) => ({ product_id: productId, companion_ids: companionIds, published_at: changed.has(productId) ? now : null }));
  await pool.query({
    name: "record_publications",
    text: `insert into companion_publications (shop, product_id, companion_ids, checked_at, published_at)
           select $1, product_id, companion_ids, $3, published_at
           from json_to_recordset($2::json) as x(product_id bigint, companion_ids bigint[], published_at timestamptz) order by product_id
           on conflict (shop, product_id) do update set
             companion_ids = excluded.companion_ids, checked_at = excluded.checked_at, published_at = coalesce(excluded.published_at, companion_publications.published_at)`,
    values: [shop, JSON.stringify(rows), now],
  });
}

export interface PublicationProgress {
  /** Products that have neighbours. */
  products: number;
  /** Of these, the ones that Shopify knows as they are now. */
  upToDate: number;
  /** Products whose page names companions. */
  withCompanions: number;
}

export async function publicationProgress(shop: ShopId): Promise<PublicationProgress> {
  const { rows } = await pool.query<PublicationProgress>(
    `select count(*)::int as products,
       (count(*) filter (where p.checked_at >= n.refreshed_at))::int as "upToDate",
       (count(*) filter (where cardinality(p.companion_ids) > 0))::int as "withCompanions"
     from co_purchase_neighbours n left join companion_publications p on p.shop = n.shop and p.product_id = n.product_id
     where n.shop = $1`,
    [shop],
  );
  return rows[0] ?? { products: 0, upToDate: 0, withCompanions: 0 };
}
