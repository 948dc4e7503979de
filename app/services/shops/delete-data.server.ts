import { addDeletion, listDueDeletions, removeDeletion } from "../../data/shops/deletions.server";
import { findShop } from "../../data/shops/shops.server";
import { readAccount } from "../../data/billing/account.server";
import type { ShopId } from "../../domain/shops/shop-id";
import { log } from "../../log.server";
import { endSubscription } from "../../shopify/billing/charges.server";
import { eraseShopForGood } from "../privacy/erase-shop.server";

/** Time to think again. */
export const DELETION_DELAY_HOURS = 24;

/** Asks for the deletion of everything the shop has in Encore; false unless the shop's own name was typed, case and outer blanks aside. */
export async function requestDeletion(shop: ShopId, userId: number, typedName: string, now: Date): Promise<boolean> {
  const found = await findShop(shop);
  const typed = typedName.trim().toLowerCase();
  if (!found || typed === "" || (typed !== found.name.trim().toLowerCase() && typed !== shop)) return false;
  await addDeletion(shop, userId, now, new Date(now.getTime() + DELETION_DELAY_HOURS * 3_600_000));
  return true;
}

/** Anybody may call it off: nothing is lost by it. */
export async function cancelDeletion(shop: ShopId): Promise<void> {
  await removeDeletion(shop);
}

/**
 * Deletes what is due: the plan ends first, so that nobody pays for what is gone, then everything is erased. A shop at which
 * Shopify does not answer is tried again by the next run. For the worker, every hour.
 */
export async function runDeletions(now: Date): Promise<void> {
  for (const shop of await listDueDeletions(now)) {
    try {
      const { subscriptionId } = await readAccount(shop);
      const isInstalled = (await findShop(shop))?.uninstalledAt === null;
      if (subscriptionId !== null && isInstalled) await endSubscription(shop, subscriptionId);
      await eraseShopForGood(shop, now);
      log.info({ shop }, "the shop's data was deleted, as its owner asked");
    } catch (thrown) {
      log.warn({ shop, err: thrown }, "a shop's data could not be deleted yet");
    }
  }
}
