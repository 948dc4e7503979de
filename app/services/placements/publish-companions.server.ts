import { setTimeout as sleep } from "node:timers/promises";
import { getSnapshot } from "../../data/decisions/snapshot.server";
import { addJobs } from "../../data/jobs/jobs.server";
import { findPublication, listProductsToCheck, popularProducts, recordPublications } from "../../data/placements/companion-publications.server";
import type { Publication } from "../../data/placements/companion-publications.server";
import { listStaffExclusions } from "../../data/recommendations/companion-choices.server";
import { readSources } from "../../data/recommendations/sources.server";
import { findShop, listInstalledShops } from "../../data/shops/shops.server";
import { daysAfter } from "../../domain/courtesy/days";
import type { CatalogueProduct } from "../../domain/catalogue/product";
import { companionsKept, companionsToShow, popularToShow } from "../../domain/placements/companions-to-show";
import type { ShopId } from "../../domain/shops/shop-id";
import { metafieldsPerCall, publishCompanionLists, publishPopular } from "../../shopify/placements/companions-metafields.server";

const productsPerBatch = 100;
const popularDays = 90;
/** Between two calls of 25: a shop's other apps and the rest of this one need Shopify's patience too. */
const pauseMs = 500;

interface Shown { products: ReadonlyMap<number, CatalogueProduct>; excludedIds: ReadonlySet<number> }

/**
 * Tells Shopify what product pages name as bought together, product by product and only where it changed; ended at any
 * point it goes on where it was. Throws ShopifyApiError.
 */
export async function publishCompanions(shop: ShopId, now: Date, signal?: AbortSignal): Promise<void> {
  const [snapshot, installation] = await Promise.all([getSnapshot(shop, now), findShop(shop)]);
  // Installed before this was asked for: the product page shows nothing until staff consent.
  if (!snapshot || !installation?.scopes.includes("write_products")) return;
  const { productIds } = await listStaffExclusions(shop);
  const shown: Shown = { products: snapshot.products, excludedIds: new Set(productIds) };
  await publishWhatIsPopular(shop, shown, now);
  for (let after = 0; ; ) {
    if (signal?.aborted) throw new Error("Stopped before all products were looked at");
    const batch = await listProductsToCheck(shop, after, daysAfter(now, -1), productsPerBatch);
    after = batch.at(-1)?.productId ?? after;
    await publishBatch(shop, batch, shown, now);
    if (batch.length < productsPerBatch) return;
  }
}

async function publishBatch(shop: ShopId, batch: readonly Publication[], shown: Shown, now: Date): Promise<void> {
  const changed: Publication[] = [];
  const same: Publication[] = [];
  for (const before of batch) {
    const asked = [before.productId];
    const sources = await readSources(shop, { productIds: asked, customerKey: null, now, room: companionsKept });
    const companionIds = companionsToShow(sources.companions(asked), sources.overlaps?.(asked) ?? [], shown.products, shown.excludedIds);
    (isSame(before.companionIds, companionIds) ? same : changed).push({ productId: before.productId, companionIds });
  }
  await recordPublications(shop, same, new Set(), now);
  for (let from = 0; from < changed.length; from += metafieldsPerCall) {
    const lists = changed.slice(from, from + metafieldsPerCall);
    const refused = await publishCompanionLists(shop, lists);
    const told = lists.map((list) => (refused.has(list.productId) ? { ...list, companionIds: [] } : list));
    await recordPublications(shop, told, new Set(lists.filter(({ productId }) => !refused.has(productId)).map(({ productId }) => productId)), now);
    await sleep(pauseMs);
  }
}

async function publishWhatIsPopular(shop: ShopId, shown: Shown, now: Date): Promise<void> {
  const sources = await readSources(shop, { productIds: [], customerKey: null, now });
  const companionIds = popularToShow(sources.bestsellers(popularDays), shown.products, shown.excludedIds);
  const before = await findPublication(shop, popularProducts);
  const isChanged = !isSame(before?.companionIds ?? [], companionIds);
  if (before && !isChanged) return;
  if (isChanged) await publishPopular(shop, companionIds);
  await recordPublications(shop, [{ productId: popularProducts, companionIds }], new Set(isChanged ? [popularProducts] : []), now);
}

/** As soon as a shop's past is counted for the first time; later changes wait for the hour. */
export async function queueFirstCompanions(shop: ShopId): Promise<void> {
  if (await findPublication(shop, popularProducts)) return;
  await addJobs([{ task: "companions.publish", payload: { shop }, key: `companions ${shop}`, priority: 20, maxAttempts: 5 }]);
}

/** Every shop by one job. */
export async function queueCompanions(): Promise<void> {
  const shops = await listInstalledShops();
  await addJobs(shops.map((shop) => ({ task: "companions.publish" as const, payload: { shop }, key: `companions ${shop}`, priority: 20, maxAttempts: 5 })));
}

function isSame(one: readonly number[], other: readonly number[]): boolean {
  return one.length === other.length && one.every((id, place) => id === other[place]);
}
