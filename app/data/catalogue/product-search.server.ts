import type { CountCursor } from "../../domain/recommendations/count-cursor";
import type { ShopId } from "../../domain/shops/shop-id";
import { pool } from "../database.server";
import { holding } from "../like-pattern";

export interface FoundProduct {
  id: number;
  title: string;
  productType: string;
  imageUrl: string | null;
  /** That held it, as far as they are counted. */
  orders: number;
}

const shown = `p.id, p.title, p.product_type as "productType", p.image_url as "imageUrl"`;
const wanted = "p.shop = $1 and p.deleted_at is null and p.title ilike $2 escape '\\'";
const laterByTitle = "($3::bigint is null or (p.title, p.id) > (select title, id from products where shop = $1 and id = $3))";
const ordersOf = "select greatest(c.orders, 0) from co_purchase_products c where c.shop = $1 and c.product_id = p.id";

/** Products whose title holds the text, by title; those after the product named by `after`. An empty text finds all. */
export async function searchProductsByTitle(shop: ShopId, text: string, after: number | null, limit: number): Promise<FoundProduct[]> {
  const { rows } = await pool.query<FoundProduct>({
    name: "search-products-by-title",
    text: `select ${shown}, coalesce((${ordersOf}), 0) as orders from products p where ${wanted} and ${laterByTitle} order by p.title, p.id limit $4`,
    values: [shop, holding(text), after, limit],
  });
  return rows;
}

/** The same, those in most orders first and those in none last, by title. */
export async function searchProductsByOrders(shop: ShopId, text: string, after: CountCursor | null, limit: number): Promise<FoundProduct[]> {
  const isPastOrdered = after?.count === 0;
  const ordered = isPastOrdered ? [] : await searchOrdered(shop, text, after, limit);
  if (ordered.length === limit) return ordered;
  return [...ordered, ...(await searchUnordered(shop, text, isPastOrdered ? after.productId : null, limit - ordered.length))];
}

/**
 * A search looks through the titles first: by the order of the orders, a text that few titles hold looks up every product.
 * It has no name, since how it is best answered depends on the text.
 */
async function searchOrdered(shop: ShopId, text: string, after: CountCursor | null, limit: number): Promise<FoundProduct[]> {
  const isAll = text === "";
  const { rows } = await pool.query<FoundProduct>({
    ...(isAll ? { name: "list-ordered-products" } : {}),
    text: `with titled as ${isAll ? "not" : ""} materialized (select p.id, p.shop, p.title, p.product_type, p.image_url from products p where ${wanted})
            select ${shown}, c.orders from co_purchase_products c join titled p on p.shop = c.shop and p.id = c.product_id
            where c.shop = $1 and c.orders > 0 and ($3::int is null or (c.orders, c.product_id) < ($3::int, $4::bigint))
            order by c.orders desc, c.product_id desc limit $5`,
    values: [shop, holding(text), after?.count ?? null, after?.productId ?? null, limit],
  });
  return rows;
}

async function searchUnordered(shop: ShopId, text: string, after: number | null, limit: number): Promise<FoundProduct[]> {
  const { rows } = await pool.query<FoundProduct>({
    name: "search-unordered-products",
    text: `select ${shown}, 0 as orders from products p
            where ${wanted} and ${laterByTitle} and not exists (${ordersOf} and c.orders > 0)
            order by p.title, p.id limit $4`,
    values: [shop, holding(text), after, limit],
  });
  return rows;
}
