import type { ShopId } from "../../domain/shops/shop-id";
import { inTransaction, pool } from "../database.server";
import { notifyCatalogue } from "./save-products.server";

/** Stock of one variant over all locations, and what a unit costs the shop. */
export interface VariantStock {
  variantId: number;
  quantity: number | null;
  stockLimited: boolean;
  /** Null while unknown. */
  costMinor: number | null;
}

/** Marks products as deleted; a late event does not bring them back. */
export async function deleteProducts(shop: ShopId, productIds: readonly number[], deletedAt: Date): Promise<void> {
  if (productIds.length === 0) return;
  await inTransaction(async (client) => {
    // A tombstone also for a product that never arrived: its creation may still be on the way.
    await client.query(
      `insert into products (shop, id, title, handle, status, source_at, observed_at, deleted_at)
       select $1, id, '', '', 'archived', $3, $3, $3 from unnest($2::bigint[]) as x(id) order by id
       on conflict (shop, id) do update set deleted_at = coalesce(products.deleted_at, excluded.deleted_at)`,
      [shop, productIds, deletedAt],
    );
    await client.query("delete from variants where shop = $1 and product_id = any($2::bigint[])", [shop, productIds]);
    await notifyCatalogue(shop, client, productIds);
  });
}

/** When the mirror's state of these products was made by Shopify; deleted ones count as newer than anything. */
export async function findProductTimes(shop: ShopId, productIds: readonly number[]): Promise<Map<number, Date>> {
  const { rows } = await pool.query<{ id: number; time: Date }>(
    `select id, case when deleted_at is null then source_at else '9999-01-01' end as time
       from products where shop = $1 and id = any($2::bigint[])`,
    [shop, productIds],
  );
  return new Map(rows.map((row) => [row.id, row.time]));
}

/** Ids of all products that are not deleted. */
export async function listProductIds(shop: ShopId): Promise<number[]> {
  const { rows } = await pool.query<{ id: number }>("select id from products where shop = $1 and deleted_at is null", [shop]);
  return rows.map(({ id }) => id);
}

/** Those of the variants that the mirror holds. */
export async function findVariantIds(shop: ShopId, variantIds: readonly number[]): Promise<Set<number>> {
  const { rows } = await pool.query<{ id: number }>({
    name: "known-variants",
    text: "select id from variants where shop = $1 and id = any($2::bigint[])",
    values: [shop, variantIds],
  });
  return new Set(rows.map(({ id }) => id));
}

export async function listVariantIdsOfInventoryItems(shop: ShopId, inventoryItemIds: readonly number[]): Promise<number[]> {
  const { rows } = await pool.query<{ id: number }>({
    name: "variants-of-inventory-items",
    text: "select id from variants where shop = $1 and inventory_item_id = any($2::bigint[])",
    values: [shop, inventoryItemIds],
  });
  return rows.map(({ id }) => id);
}

/** Writes stock and costs unless a later reading is held. */
export async function saveStock(shop: ShopId, stocks: readonly VariantStock[], readAt: Date): Promise<void> {
  if (stocks.length === 0) return;
  await inTransaction(async (client) => {
    const { rows } = await client.query<{ product_id: number }>(
      `update variants v set inventory_quantity = x.quantity, stock_limited = x.stock_limited, cost_minor = x.cost_minor, inventory_at = $3
         from json_to_recordset($2::json) as x(id bigint, quantity int, stock_limited boolean, cost_minor bigint)
        where v.shop = $1 and v.id = x.id and coalesce(v.inventory_at, '-infinity') <= $3
        returning v.product_id`,
      [shop, JSON.stringify(stocks.map((s) => ({ id: s.variantId, quantity: s.quantity, stock_limited: s.stockLimited, cost_minor: s.costMinor }))), readAt],
    );
    if (rows.length > 0) await notifyCatalogue(shop, client, [...new Set(rows.map((row) => row.product_id))]);
  });
}
