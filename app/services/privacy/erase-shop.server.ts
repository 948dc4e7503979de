import { addJobs, hasRunningJobs } from "../../data/jobs/jobs.server";
import { eraseShop } from "../../data/privacy/erase-shop.server";
import { findShop } from "../../data/shops/shops.server";
import type { ShopId } from "../../domain/shops/shop-id";
import { log } from "../../log.server";

/** A request that was under way has ended by then, and most jobs. */
const secondLookMs = 60_000;

/**
 * Removes everything that is held on a shop. What was under way at that moment may write after it: a job looks again, until
 * none is left that began before.
 */
export async function eraseShopForGood(shop: ShopId, now: Date): Promise<void> {
  await eraseShop(shop);
  await queueSecondLook(shop, now);
}

/** Erases what was written since; comes back as long as a job of the shop runs. One that has installed again keeps its rows. */
export async function eraseWhatCameAfter(shop: ShopId, now: Date): Promise<void> {
  if (await findShop(shop)) return;
  // Asked first: a job that ends during the erasure may have written behind it.
  const isBusy = await hasRunningJobs(shop, ["shops.erase-again"]);
  await eraseShop(shop);
  if (!isBusy) return;
  log.info({ shop }, "jobs of an erased shop are still running");
  await queueSecondLook(shop, now);
}

async function queueSecondLook(shop: ShopId, now: Date): Promise<void> {
  await addJobs([{ task: "shops.erase-again", payload: { shop }, key: `erase ${shop}`, runAt: new Date(now.getTime() + secondLookMs) }]);
}
