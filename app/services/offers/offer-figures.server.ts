import { readOfferFigures } from "../../data/offers/offer-figures.server";
import type { OfferFigures } from "../../data/offers/offer-figures.server";
import { findShop } from "../../data/shops/shops.server";
import { daysAfter } from "../../domain/courtesy/days";
import { figureDays } from "../../domain/offers/figure-days";
import type { ShopId } from "../../domain/shops/shop-id";

/** What became of some offers in the last 30 days, by offer id. */
export async function readFiguresOf(shop: ShopId, offerIds: readonly string[], now: Date): Promise<{ currency: string; figures: Record<string, OfferFigures> }> {
  const currency = (await findShop(shop))?.currency ?? "USD";
  return { currency, figures: Object.fromEntries(await readOfferFigures(shop, offerIds, { from: daysAfter(now, -figureDays), to: now }, currency)) };
}
