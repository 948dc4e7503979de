import { saveCollectionMembers, saveCollections, deleteCollection } from "../../data/catalogue/collections.server";
import { deleteProducts } from "../../data/catalogue/product-state.server";
import { saveProducts } from "../../data/catalogue/save-products.server";
import type { ObservedProduct } from "../../data/catalogue/save-products.server";
import { inTransaction } from "../../data/database.server";
import type { ShopId } from "../../domain/shops/shop-id";
import { fetchCollection, fetchProducts } from "../../shopify/catalogue/products.server";

/** Mirrors states of products that came in any order. */
export async function mirrorProducts(shop: ShopId, products: readonly ObservedProduct[]): Promise<void> {
  const latest = new Map<number, ObservedProduct>();
  for (const state of products) {
    const known = latest.get(state.product.id);
    if (!known || !isNewer(known, state)) latest.set(state.product.id, state);
  }
  await inTransaction((client) => saveProducts(shop, [...latest.values()], client));
}

function isNewer(a: ObservedProduct, b: ObservedProduct): boolean {
  const difference = a.product.sourceAt.getTime() - b.product.sourceAt.getTime();
  return difference === 0 ? a.observedAt > b.observedAt : difference > 0;
}

/** Reads products anew at Shopify and mirrors them; those that are gone there are deleted here. */
export async function rereadProducts(shop: ShopId, productIds: readonly number[], currency: string): Promise<void> {
  const ids = [...new Set(productIds)];
  if (ids.length === 0) return;
  const observedAt = new Date();
  const products = await fetchProducts(shop, ids, currency);
  await mirrorProducts(shop, products.map((product) => ({ product, observedAt })));
  const found = new Set(products.map(({ id }) => id));
  await deleteProducts(shop, ids.filter((id) => !found.has(id)), observedAt);
}

/** Reads anew which products a collection holds. */
export async function rereadCollection(shop: ShopId, collectionId: number, now: Date): Promise<void> {
  const found = await fetchCollection(shop, collectionId);
  if (!found) {
    await deleteCollection(shop, collectionId, now);
    return;
  }
  await saveCollections(shop, [found.collection]);
  await saveCollectionMembers(shop, collectionId, found.productIds);
}
