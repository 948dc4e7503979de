import { listDueProducts } from "../../data/reorders/due-list.server";
import { findHandOver, switchHandOver } from "../../data/reorders/hand-over.server";
import { findWalk } from "../../data/reorders/walks.server";
import type { Walk } from "../../data/reorders/walks.server";
import { findShop } from "../../data/shops/shops.server";
import type { ShopId } from "../../domain/shops/shop-id";
import { refreshShop } from "../shops/shop-settings.server";
import { handOverScope, queueHandOver } from "./hand-over.server";

export interface HandOverPage {
  isOn: boolean;
  hasScope: boolean;
  namespace: string | null;
  problem: string | null;
  /** Customers whose fields stand at Shopify. */
  told: number;
  walk: Walk | null;
  timeZone: string;
  /** A product that is due for somebody, to show how one is asked for. */
  exampleTitle: string | null;
}

export async function readHandOver(shop: ShopId): Promise<HandOverPage> {
  const [handOver, installation, walk, [example]] = await Promise.all([findHandOver(shop), findShop(shop), findWalk(shop, "hand-over"), listDueProducts(shop, 1)]);
  return {
    isOn: handOver?.isOn ?? false, hasScope: installation?.scopes.includes(handOverScope) ?? false,
    namespace: handOver?.namespace ?? null, problem: handOver?.problem ?? null, told: handOver?.told ?? 0, walk, timeZone: installation?.timeZone ?? "UTC", exampleTitle: example?.title ?? null,
  };
}

/** Begins to write customers' fields, or to take them away; the work itself is done in the background. Throws ShopifyApiError. */
export async function turnHandOver(shop: ShopId, isOn: boolean, userId: number, now: Date): Promise<void> {
  // Staff have just granted the scope: the webhook that says so may still be on its way.
  if (isOn) await refreshShop(shop);
  await switchHandOver(shop, isOn, userId, now);
  await queueHandOver(shop);
}
