import type { MirroredCollection } from "../../domain/catalogue/mirrored-product";
import type { ShopId } from "../../domain/shops/shop-id";
import { inTransaction, pool } from "../database.server";
import { notifyCatalogue } from "./save-products.server";

/** Writes collections unless a newer state is held; ids must differ within a call. */
export async function saveCollections(shop: ShopId, collections: readonly MirroredCollection[]): Promise<void> {
  if (collections.length === 0) return;
  await pool.query(
    `insert into collections (shop, id, title, handle, source_at)
     select $1, id, title, handle, "sourceAt" from json_to_recordset($2::json) as x(id bigint, title text, handle text, "sourceAt" timestamptz)
     order by id
     on conflict (shop, id) do update set title = excluded.title, handle = excluded.handle, source_at = excluded.source_at
     where collections.deleted_at is null and collections.source_at <= excluded.source_at`,
    [shop, JSON.stringify(collections)],
  );
}

/** Makes exactly these products members of the collection. */
export async function saveCollectionMembers(shop: ShopId, collectionId: number, productIds: readonly number[]): Promise<void> {
  await inTransaction(async (client) => {
    await client.query(
      `update products set collection_ids = array_remove(collection_ids, $2::bigint)
        where shop = $1 and $2::bigint = any(collection_ids) and not id = any($3::bigint[])`,
      [shop, collectionId, productIds],
    );
    await client.query(
      `update products set collection_ids = array_append(collection_ids, $2::bigint)
        where shop = $1 and id = any($3::bigint[]) and not $2::bigint = any(collection_ids)`,
      [shop, collectionId, productIds],
    );
    await notifyCatalogue(shop, client, null);
  });
}

/** Marks a collection as deleted and takes every product out of it. */
export async function deleteCollection(shop: ShopId, collectionId: number, deletedAt: Date): Promise<void> {
  await pool.query(
    `insert into collections (shop, id, title, handle, source_at, deleted_at) values ($1, $2, '', '', $3, $3)
     on conflict (shop, id) do update set deleted_at = coalesce(collections.deleted_at, excluded.deleted_at)`,
    [shop, collectionId, deletedAt],
  );
  await saveCollectionMembers(shop, collectionId, []);
}

/** The handles of these collections, by id; deleted ones are left out. */
export async function listCollectionHandles(shop: ShopId, ids: readonly number[]): Promise<Map<number, string>> {
  if (ids.length === 0) return new Map();
  const { rows } = await pool.query<{ id: number; handle: string }>("select id, handle from collections where shop = $1 and id = any($2::bigint[]) and deleted_at is null", [shop, ids]);
  return new Map(rows.map(({ id, handle }) => [id, handle]));
}
