import { addJobs } from "../../data/jobs/jobs.server";
import { replaceSellingPlans } from "../../data/placements/selling-plans.server";
import { listInstalledShops } from "../../data/shops/shops.server";
import type { ShopId } from "../../domain/shops/shop-id";
import { log } from "../../log.server";
import { fetchSellingPlans } from "../../shopify/placements/selling-plans.server";
import { ShopifyApiError } from "../../shopify/shops/shopify-api-error.server";

/**
 * Reads which products may be bought by subscription: Shopify tells of no change, so once a day. A shop that does not let
 * Encore read it has none. Throws ShopifyApiError.
 */
export async function refreshSellingPlans(shop: ShopId): Promise<void> {
  try {
    await replaceSellingPlans(shop, await fetchSellingPlans(shop));
  } catch (thrown) {
    if (!(thrown instanceof ShopifyApiError && thrown.code === "accessDenied")) throw thrown;
    log.warn({ shop }, "no subscriptions: the shop does not let Encore read them");
  }
}

export async function queueSellingPlans(shops: readonly ShopId[]): Promise<void> {
  await addJobs(shops.map((shop) => ({ task: "selling-plans.refresh" as const, payload: { shop }, key: `selling plans ${shop}`, priority: 20, maxAttempts: 5 })));
}

/** Every shop by one job. */
export async function queueAllSellingPlans(): Promise<void> {
  await queueSellingPlans(await listInstalledShops());
}
