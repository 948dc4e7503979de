import { z } from "zod";
import type { CatalogueProduct, CatalogueVariant } from "../../domain/catalogue/product";
import type { ShopId } from "../../domain/shops/shop-id";
import { pool } from "../database.server";

const Status = z.enum(["active", "archived", "draft", "unlisted"]);

interface ProductRow {
  id: number;
  title: string;
  handle: string;
  vendor: string;
  product_type: string;
  status: string;
  tags: string[];
  collection_ids: number[];
  image_url: string | null;
  is_gift_card: boolean;
  is_published: boolean;
}

interface VariantRow {
  id: number;
  product_id: number;
  title: string;
  price_minor: number;
  image_url: string | null;
  inventory_quantity: number | null;
  stock_limited: boolean;
  cost_minor: number | null;
}

const productColumns = `id, title, handle, vendor, product_type, status, tags, collection_ids, image_url, is_gift_card,
  published_at is not null and published_at <= now() as is_published`;

const variantColumns = "id, product_id, title, price_minor, image_url, inventory_quantity, stock_limited, cost_minor";

/** The products of these ids that exist, in no particular order; deleted ones are left out. */
export async function listProductsByIds(shop: ShopId, ids: readonly number[]): Promise<CatalogueProduct[]> {
  if (ids.length === 0) return [];
  const { rows } = await pool.query<ProductRow>({
    name: "products-by-id",
    text: `select ${productColumns} from products where shop = $1 and id = any($2::bigint[]) and deleted_at is null`,
    values: [shop, ids],
  });
  return withVariants(shop, rows);
}

/** Products read at once: while more are parsed, every other request waits. */
const slice = 1_000;

/** The shop's whole catalogue, sellable or not, in order of id; deleted products are left out. */
export async function listAllProducts(shop: ShopId): Promise<CatalogueProduct[]> {
  const all: CatalogueProduct[] = [];
  for (let after = 0; ; ) {
    const { rows } = await pool.query<ProductRow>({
      name: "all-products", text: `select ${productColumns} from products where shop = $1 and id > $2 and deleted_at is null order by id limit $3`, values: [shop, after, slice],
    });
    const last = rows.at(-1);
    if (!last) return all;
    const variants = await pool.query<VariantRow>({
      name: "all-variants", text: `select ${variantColumns} from variants where shop = $1 and product_id > $2 and product_id <= $3 order by product_id, position, id`, values: [shop, after, last.id],
    });
    all.push(...joined(rows, variants.rows));
    if (rows.length < slice) return all;
    after = last.id;
  }
}

async function withVariants(shop: ShopId, products: readonly ProductRow[]): Promise<CatalogueProduct[]> {
  const { rows } = await pool.query<VariantRow>({
    name: "variants-of-products",
    text: `select ${variantColumns}
             from variants where shop = $1 and product_id = any($2::bigint[]) order by product_id, position, id`,
    values: [shop, products.map(({ id }) => id)],
  });
  return joined(products, rows);
}

function joined(products: readonly ProductRow[], rows: readonly VariantRow[]): CatalogueProduct[] {
  const variants = new Map<number, CatalogueVariant[]>(products.map(({ id }) => [id, []]));
  for (const row of rows) variants.get(row.product_id)?.push(variantOf(row));
  return products.map((row) => productOf(row, variants.get(row.id) ?? []));
}

function productOf(row: ProductRow, variants: CatalogueVariant[]): CatalogueProduct {
  return {
    id: row.id,
    title: row.title,
    handle: row.handle,
    vendor: row.vendor,
    productType: row.product_type,
    status: Status.parse(row.status),
    tags: row.tags,
    collectionIds: row.collection_ids,
    imageUrl: row.image_url,
    isGiftCard: row.is_gift_card,
    isPublished: row.is_published,
    variants,
  };
}

function variantOf(row: VariantRow): CatalogueVariant {
  return {
    id: row.id,
    title: row.title,
    priceMinor: row.price_minor,
    imageUrl: row.image_url,
    available: row.stock_limited ? Math.max(0, row.inventory_quantity ?? 0) : null,
    costMinor: row.cost_minor,
  };
}
