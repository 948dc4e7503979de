import type { PoolClient } from "pg";
import type { MirroredProduct } from "../../domain/catalogue/mirrored-product";
import type { ShopId } from "../../domain/shops/shop-id";

type Queryable = Pick<PoolClient, "query">;

/** A product's state, and when Shopify sent it or was asked for it. */
export interface ObservedProduct {
  product: MirroredProduct;
  observedAt: Date;
}

/**
 * Writes products with their variants unless a newer state is held, and returns the ids of those written. What a source
 * does not tell is kept. Ids must differ within a call; run it in a transaction, at whose end listeners learn of it.
 */
export async function saveProducts(shop: ShopId, products: readonly ObservedProduct[], client: Queryable): Promise<number[]> {
  if (products.length === 0) return [];
  const { rows } = await client.query<{ id: number }>({
    name: "save-products",
    text: `insert into products (shop, id, title, handle, vendor, product_type, status, tags, collection_ids, image_url,
             is_gift_card, published_at, source_at, observed_at)
           select $1, id, title, handle, vendor, product_type, status, tags, coalesce(collection_ids, '{}'), image_url,
             coalesce(is_gift_card, false), published_at, source_at, observed_at
           from json_to_recordset($2::json) as x(id bigint, title text, handle text, vendor text, product_type text, status text,
             tags text[], collection_ids bigint[], image_url text, is_gift_card boolean,
             published_at timestamptz, source_at timestamptz, observed_at timestamptz)
           order by id
           on conflict (shop, id) do update set
             title = excluded.title, handle = excluded.handle, vendor = excluded.vendor, product_type = excluded.product_type,
             status = excluded.status, tags = excluded.tags, image_url = excluded.image_url, published_at = excluded.published_at,
             source_at = excluded.source_at, observed_at = excluded.observed_at
           where products.deleted_at is null
             and (products.source_at, products.observed_at) <= (excluded.source_at, excluded.observed_at)
           returning id`,
    values: [shop, JSON.stringify(products.map(productRow))],
  });
  const written = new Set(rows.map(({ id }) => id));
  const current = products.filter(({ product }) => written.has(product.id));
  if (current.length === 0) return [];
  await saveWhatOnlySomeSourcesTell(shop, current, client);
  await saveVariants(shop, current, client);
  await notifyCatalogue(shop, client, [...written]);
  return [...written];
}

/** A notification takes 8,000 bytes; beyond some hundred products reading all again costs no more. */
const mostNamed = 200;

/** Tells every process that holds a copy of the catalogue which products changed, null for any; sent when the transaction commits. */
export async function notifyCatalogue(shop: ShopId, client: Queryable, productIds: readonly number[] | null): Promise<void> {
  const ids = productIds !== null && productIds.length <= mostNamed ? ` ${productIds.join(",")}` : "";
  await client.query("select pg_notify('encore_catalogue', $1)", [`${shop}${ids}`]);
}

async function saveWhatOnlySomeSourcesTell(shop: ShopId, products: readonly ObservedProduct[], client: Queryable): Promise<void> {
  const telling = products.filter(({ product }) => product.collectionIds !== null || product.isGiftCard !== null);
  if (telling.length === 0) return;
  await client.query({
    name: "save-product-extras",
    text: `update products p set collection_ids = coalesce(x.collection_ids, p.collection_ids),
             is_gift_card = coalesce(x.is_gift_card, p.is_gift_card)
           from json_to_recordset($2::json) as x(id bigint, collection_ids bigint[], is_gift_card boolean)
           where p.shop = $1 and p.id = x.id
             and (p.collection_ids, p.is_gift_card) is distinct from
               (coalesce(x.collection_ids, p.collection_ids), coalesce(x.is_gift_card, p.is_gift_card))`,
    values: [shop, JSON.stringify(telling.map(({ product }) => ({
      id: product.id,
      collection_ids: product.collectionIds,
      is_gift_card: product.isGiftCard,
    })))],
  });
}

async function saveVariants(shop: ShopId, products: readonly ObservedProduct[], client: Queryable): Promise<void> {
  const rows = products.flatMap(({ product, observedAt }) => product.variants.map((variant) => ({
    id: variant.id,
    product_id: product.id,
    title: variant.title,
    sku: variant.sku,
    position: variant.position,
    price_minor: variant.priceMinor,
    compare_at_minor: variant.compareAtMinor,
    inventory_item_id: variant.inventoryItemId,
    inventory_quantity: variant.inventoryQuantity,
    inventory_at: variant.inventoryQuantity === null ? null : observedAt,
    stock_limited: variant.stockLimited,
    image_url: variant.imageUrl,
    cost_minor: variant.costMinor ?? null,
    is_cost_told: variant.costMinor !== undefined,
  })));
  await client.query({
    name: "clear-variants",
    text: `delete from variants v where v.shop = $1 and v.product_id = any($2::bigint[])
             and not exists (select from json_to_recordset($3::json) as x(id bigint) where x.id = v.id)`,
    values: [
      shop,
      products.filter(({ product }) => product.variantsComplete).map(({ product }) => product.id),
      JSON.stringify(rows.map(({ id }) => ({ id }))),
    ],
  });
  await client.query({
    name: "save-variants",
    text: `insert into variants as v (shop, id, product_id, title, sku, position, price_minor, compare_at_minor, inventory_item_id,
             inventory_quantity, inventory_at, stock_limited, image_url, cost_minor)
           select $1, id, product_id, title, sku, position, price_minor, compare_at_minor, inventory_item_id,
             inventory_quantity, inventory_at, coalesce(stock_limited, true), image_url,
             case when is_cost_told then cost_minor else (select held.cost_minor from variants held where held.shop = $1 and held.id = x.id) end
           from json_to_recordset($2::json) as x(id bigint, product_id bigint, title text, sku text, position int,
             price_minor bigint, compare_at_minor bigint, inventory_item_id bigint, inventory_quantity int,
             inventory_at timestamptz, stock_limited boolean, image_url text, cost_minor bigint,
             is_cost_told boolean)
           order by id
           on conflict (shop, id) do update set
             product_id = excluded.product_id, title = excluded.title, sku = excluded.sku, position = excluded.position,
             price_minor = excluded.price_minor, compare_at_minor = excluded.compare_at_minor,
             inventory_item_id = coalesce(excluded.inventory_item_id, v.inventory_item_id), image_url = excluded.image_url,
             inventory_quantity = case when excluded.inventory_at >= coalesce(v.inventory_at, '-infinity')
               then excluded.inventory_quantity else v.inventory_quantity end,
             inventory_at = greatest(v.inventory_at, excluded.inventory_at), cost_minor = excluded.cost_minor`,
    values: [shop, JSON.stringify(rows)],
  });
  await saveStockLimits(shop, rows, client);
}

async function saveStockLimits(
  shop: ShopId,
  rows: readonly { id: number; stock_limited: boolean | null }[],
  client: Queryable,
): Promise<void> {
  const telling = rows.filter((row) => row.stock_limited !== null);
  if (telling.length === 0) return;
  await client.query({
    name: "save-stock-limits",
    text: `update variants v set stock_limited = x.stock_limited
           from json_to_recordset($2::json) as x(id bigint, stock_limited boolean)
           where v.shop = $1 and v.id = x.id and v.stock_limited <> x.stock_limited`,
    values: [shop, JSON.stringify(telling.map(({ id, stock_limited }) => ({ id, stock_limited })))],
  });
}

function productRow({ product, observedAt }: ObservedProduct) {
  return {
    id: product.id,
    title: product.title,
    handle: product.handle,
    vendor: product.vendor,
    product_type: product.productType,
    status: product.status,
    tags: product.tags,
    collection_ids: product.collectionIds,
    image_url: product.imageUrl,
    is_gift_card: product.isGiftCard,
    published_at: product.publishedAt,
    source_at: product.sourceAt,
    observed_at: observedAt,
  };
}
