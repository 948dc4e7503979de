import { listEndedCodes, listEndedPools, recordCodeRemoved, recordPoolRemoved } from "../../data/discounts/ended-codes.server";
import { addJobs } from "../../data/jobs/jobs.server";
import { listInstalledShops } from "../../data/shops/shops.server";
import { daysAfter } from "../../domain/courtesy/days";
import type { ShopId } from "../../domain/shops/shop-id";
import { deleteCodeDiscount, findDiscountOfCode } from "../../shopify/discounts/code-discounts.server";

/** A shopper who asks why a code does not work any more is told by Shopify that it has ended, for as long. */
const codeDays = 2;
const couponDays = 30;
const perPage = 50;

/**
 * Deletes at Shopify what Encore made there and what is over: the discounts of single claims two days after their end,
 * those of coupons thirty. Ended at any point it goes on where it was. Throws ShopifyApiError.
 */
export async function removeEndedDiscounts(shop: ShopId, now: Date, signal?: AbortSignal): Promise<void> {
  for (let isMore = true; isMore; ) {
    const codes = await listEndedCodes(shop, daysAfter(now, -codeDays), perPage);
    for (const { claimId, code } of codes) {
      if (signal?.aborted) throw new Error("Stopped before all ended discounts were removed");
      const nodeId = await findDiscountOfCode(shop, code);
      if (nodeId !== null) await deleteCodeDiscount(shop, nodeId);
      await recordCodeRemoved(shop, claimId, now);
    }
    isMore = codes.length === perPage;
  }
  for (const { id, nodeId } of await listEndedPools(shop, daysAfter(now, -couponDays), perPage)) {
    await deleteCodeDiscount(shop, nodeId);
    await recordPoolRemoved(shop, id, now);
  }
}

/** Every shop by one job. */
export async function queueRemovalOfEnded(): Promise<void> {
  const shops = await listInstalledShops();
  await addJobs(shops.map((shop) => ({ task: "discounts.remove-ended" as const, payload: { shop }, key: `ended ${shop}`, priority: 20, maxAttempts: 5 })));
}
