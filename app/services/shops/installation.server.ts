import { withTokenLock } from "../../data/shops/sessions.server";
import { recordUninstallation } from "../../data/shops/shops.server";
import type { ShopId } from "../../domain/shops/shop-id";
import { queueDiscountCheck } from "../discounts/discount-jobs.server";
import { queueSellingPlans } from "../placements/selling-plans.server";
import { queuePlacements } from "../placements/settings.server";
import { backfillKinds } from "../sync/backfill-kinds.server";
import { startBackfill } from "../sync/start-backfill.server";
import { refreshShop } from "./shop-settings.server";

/** What follows a new installation: the shop's settings, the imports of its catalogue, orders and customers' tags, its discount. */
export async function completeInstallation(shop: ShopId, now: Date): Promise<void> {
  await refreshShop(shop);
  for (const kind of backfillKinds) await startBackfill(shop, kind, now);
  await queueDiscountCheck(shop);
  await queuePlacements(shop);
  await queueSellingPlans([shop]);
}

/**
 * Drops the shop's tokens and marks it; its data stays until Shopify asks for its erasure two days later. An
 * uninstallation from before the present installation changes nothing.
 */
export async function uninstallShop(shop: ShopId, uninstalledAt: Date): Promise<void> {
  // Under the lock, so that a renewal under way does not bring a session back.
  await withTokenLock(shop, (client) => recordUninstallation(shop, uninstalledAt, client));
}
