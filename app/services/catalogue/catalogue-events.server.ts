import { z } from "zod";
import { deleteCollection, saveCollections } from "../../data/catalogue/collections.server";
import { deleteProducts, findProductTimes, findVariantIds, listVariantIdsOfInventoryItems, saveStock } from "../../data/catalogue/product-state.server";
import { addJobs } from "../../data/jobs/jobs.server";
import type { Installation } from "../../data/shops/shops.server";
import { parseCollectionPayload, parseInventoryLevelPayload, parseProductPayload } from "../../domain/catalogue/product-payload";
import { parseRecord, RestId } from "../../domain/sync/shopify-fields";
import { fetchStock } from "../../shopify/catalogue/products.server";
import type { MirrorHandler } from "../inbox/event-handler";
import { mirrorProducts, rereadProducts } from "./mirror-products.server";

/** Membership changes come in bursts; one reading after them is enough. */
const membershipPauseMs = 3_000;

const Deleted = z.object({ id: RestId });
const InventoryItem = z.object({ id: RestId });

export const onProductChanged: MirrorHandler = async ({ shop, currency }, events) => {
  const states = events.map((event) => ({
    product: parseProductPayload(event.payload, currency),
    observedAt: event.triggeredAt,
  }));
  const known = await findProductTimes(shop, states.map(({ product }) => product.id));
  const knownVariants = await findVariantIds(shop, states.flatMap(({ product }) => product.variants.map(({ id }) => id)));
  // Webhooks name neither collections, gift cards nor costs, nor variants past the first hundred. First, so that a product
  // whose reading failed is still unknown to the next attempt.
  const unclear = states.filter(({ product }) => !known.has(product.id) || !product.variantsComplete || product.variants.some(({ id }) => !knownVariants.has(id)));
  await rereadProducts(shop, unclear.map(({ product }) => product.id), currency);
  await mirrorProducts(shop, states);
};

export const onProductDeleted: MirrorHandler = async ({ shop }, events, now) => {
  await deleteProducts(shop, events.map(({ payload }) => parseRecord("product", Deleted, payload).id), now);
};

export const onCollectionChanged: MirrorHandler = async ({ shop }, events, now) => {
  const collections = new Map(events.map(({ payload }) => {
    const collection = parseCollectionPayload(payload);
    return [collection.id, collection];
  }));
  await saveCollections(shop, [...collections.values()]);
  await addJobs([...collections.keys()].map((collectionId) => ({
    task: "catalogue.refresh-collection",
    payload: { shop, collectionId },
    key: `collection ${shop} ${String(collectionId)}`,
    runAt: new Date(now.getTime() + membershipPauseMs),
  })));
};

export const onCollectionDeleted: MirrorHandler = async ({ shop }, events, now) => {
  for (const { payload } of events) await deleteCollection(shop, parseRecord("collection", Deleted, payload).id, now);
};

/** The event names one location's stock; what counts is the stock of all, read anew. */
export const onInventoryChanged: MirrorHandler = async (installation, events) => {
  await rereadStock(installation, events.map(({ payload }) => parseInventoryLevelPayload(payload).inventoryItemId));
};

/** Costs reach the app only here: products' own events do not tell them. */
export const onInventoryItemChanged: MirrorHandler = async (installation, events) => {
  await rereadStock(installation, events.map(({ payload }) => parseRecord("inventory item", InventoryItem, payload).id));
};

async function rereadStock({ shop, currency }: Installation, inventoryItemIds: readonly number[]): Promise<void> {
  const variantIds = await listVariantIdsOfInventoryItems(shop, [...new Set(inventoryItemIds)]);
  if (variantIds.length === 0) return;
  const readAt = new Date();
  await saveStock(shop, await fetchStock(shop, variantIds, currency), readAt);
}
