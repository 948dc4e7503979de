import { readOfferDefaults, saveOfferDefaults } from "../../data/offers/offer-defaults.server";
import { dismissSetup, saveHoldOut, saveKeepReasonsDays } from "../../data/shops/preferences.server";
import { findShop } from "../../data/shops/shops.server";
import type { OfferDefaults } from "../../domain/offers/offer-defaults";
import type { ShopId } from "../../domain/shops/shop-id";

/** The share of customers who are never shown offers, in whole percent from 0 to 50. */
export async function setHoldOut(shop: ShopId, percent: number): Promise<void> {
  await saveHoldOut(shop, percent);
}

/** Puts the set-up guide away for everyone of the shop, or brings it back. */
export async function setSetupDismissed(shop: ShopId, dismissed: boolean, now: Date): Promise<void> {
  await dismissSetup(shop, dismissed ? now : null);
}

/** The shop's time zone, for showing times. */
export async function findShopZone(shop: ShopId): Promise<string> {
  return (await findShop(shop))?.timeZone ?? "UTC";
}

/** How long what decisions were made on is kept, within domain `KEEP_REASONS_DAYS`; the purge of the next night goes by it. */
export async function setKeepReasonsDays(shop: ShopId, days: number): Promise<void> {
  await saveKeepReasonsDays(shop, days);
}

export async function setOfferDefaults(shop: ShopId, defaults: OfferDefaults, userId: number, now: Date): Promise<void> {
  await saveOfferDefaults(shop, defaults, userId, now);
}

/** What a new offer begins with in this shop. */
export async function findOfferDefaults(shop: ShopId): Promise<OfferDefaults> {
  return readOfferDefaults(shop);
}
