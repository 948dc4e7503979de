import { nextId } from "./ids";
import type { Collection, Shop } from "./model";
import { getProduct, handleOf } from "./products";
import { defineCommand } from "./store";

/** Adds a collection silently; shared by createCollection and the history loader. */
export function addCollection(shop: Shop, title: string, productIds: Iterable<number>, at: number): Collection {
  const collection: Collection = {
    id: nextId(shop, "collection"),
    handle: handleOf(title),
    title,
    productIds: new Set(productIds),
    updatedAt: at,
  };
  shop.collections.set(collection.id, collection);
  return collection;
}

export const createCollection = defineCommand("createCollection", ({ store, at, emit }, args: { shop: string; title: string; productIds: number[] }): Collection => {
  const shop = store.getShop(args.shop);
  for (const id of args.productIds) getProduct(shop, id);
  const collection = addCollection(shop, args.title, args.productIds, at);
  emit(shop, "collections/create", collection.id);
  return collection;
});

export interface CollectionChange {
  shop: string;
  collectionId: number;
  title?: string;
  productIds?: number[];
}

export const updateCollection = defineCommand("updateCollection", ({ store, at, emit }, change: CollectionChange): Collection => {
  const shop = store.getShop(change.shop);
  const collection = shop.collections.get(change.collectionId);
  if (!collection) throw new Error(`${shop.domain} has no collection ${change.collectionId}`);
  collection.title = change.title ?? collection.title;
  if (change.productIds) collection.productIds = new Set(change.productIds);
  collection.updatedAt = at;
  emit(shop, "collections/update", collection.id);
  return collection;
});

export const deleteCollection = defineCommand("deleteCollection", ({ store, emit }, args: { shop: string; collectionId: number }): void => {
  const shop = store.getShop(args.shop);
  if (!shop.collections.delete(args.collectionId)) throw new Error(`${shop.domain} has no collection ${args.collectionId}`);
  emit(shop, "collections/delete", args.collectionId);
});

/** The collections that hold a product, oldest first. */
export function collectionsOf(shop: Shop, productId: number): Collection[] {
  return [...shop.collections.values()].filter((collection) => collection.productIds.has(productId));
}
