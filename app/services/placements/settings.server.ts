import { listActiveOffers } from "../../data/offers/offers.server";
import { addJobs } from "../../data/jobs/jobs.server";
import { publicationProgress } from "../../data/placements/companion-publications.server";
import type { PublicationProgress } from "../../data/placements/companion-publications.server";
import { readPlacementSettings, recordPublished, savePlacementSettings } from "../../data/placements/settings.server";
import type { StoredPlacementSettings } from "../../data/placements/settings.server";
import { findShop } from "../../data/shops/shops.server";
import { Placement } from "../../domain/offers/placement";
import { publishedSettings } from "../../domain/placements/published-settings";
import type { PlacementSettings } from "../../domain/placements/settings";
import type { ShopId } from "../../domain/shops/shop-id";
import { publishPlacementSettings } from "../../shopify/placements/settings-metafield.server";

export interface PlacementsPageData extends StoredPlacementSettings {
  /** Has what Shopify keeps for its Plus plan. */
  isPlus: boolean;
  /** Active offers of each placement. */
  live: Record<Placement, number>;
  /** How far Shopify knows what product pages name. */
  companions: PublicationProgress;
}

export async function readPlacements(shop: ShopId): Promise<PlacementsPageData> {
  const [stored, installation, offers, companions] = await Promise.all([readPlacementSettings(shop), findShop(shop), listActiveOffers(shop), publicationProgress(shop)]);
  const counts = Placement.options.map((placement) => [placement, offers.filter(({ content }) => content.placements.includes(placement)).length]);
  // One entry for each placement.
  return { ...stored, isPlus: installation?.isPlus ?? false, companions, live: Object.fromEntries(counts) as Record<Placement, number> };
}

/** Holds for the next decision; extensions see it as soon as Shopify has it. */
export async function changePlacements(shop: ShopId, settings: PlacementSettings, userId: number | null, now: Date): Promise<void> {
  await savePlacementSettings(shop, settings, userId, now);
}

/** Hands over to Shopify what is saved and where anything is offered. Throws ShopifyApiError, for the queue to try again. */
export async function publishPlacements(shop: ShopId, now: Date): Promise<void> {
  const [{ settings, savedAt }, offers, installation] = await Promise.all([readPlacementSettings(shop), listActiveOffers(shop), findShop(shop)]);
  await publishPlacementSettings(shop, publishedSettings(settings, offers.map(({ content }) => content), installation?.timeZone ?? "UTC", now));
  if (savedAt !== null) await recordPublished(shop, savedAt, now);
}

/** After offers began or ended somewhere: blocks learn of it from Shopify, seconds later. */
export async function queuePlacements(shop: ShopId): Promise<void> {
  await addJobs([{ task: "placements.publish", payload: { shop }, key: `placements ${shop}`, maxAttempts: 20 }]);
}
