import { findShop } from "../../data/shops/shops.server";
import type { OfferContent } from "../../domain/offers/offer";
import { parseOffersJson } from "../../domain/offers/offer-json";
import type { RuleJsonProblem } from "../../domain/rules/rule-json";
import type { ShopId } from "../../domain/shops/shop-id";
import { createOffer } from "./save-offer.server";

/** Adds exported offers as drafts and returns their ids, or what is wrong with the file; then none is added. */
export async function importOffers(
  shop: ShopId, file: string, savedBy: number | null, now: Date,
): Promise<{ ok: true; ids: string[] } | { ok: false; problems: RuleJsonProblem[] }> {
  const parsed = parseOffersJson(file, (await findShop(shop))?.currency ?? "USD");
  return parsed.ok ? { ok: true, ids: await addAll(shop, parsed.offers, savedBy, now) } : parsed;
}

async function addAll(shop: ShopId, offers: readonly OfferContent[], savedBy: number | null, now: Date): Promise<string[]> {
  const ids: string[] = [];
  for (const content of offers) ids.push(await createOffer(shop, content, savedBy, now));
  return ids;
}
