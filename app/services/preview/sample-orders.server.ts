import { findSampleOrder, listRecentOrders } from "../../data/orders/recent-orders.server";
import type { SampleOrder } from "../../domain/preview/contract";
import type { ShopId } from "../../domain/shops/shop-id";

/** As many as somebody looks through; the newest are like those to come. */
const offeredToChoose = 20;

/** Orders to draw previews for, the newest first. */
export function listSampleOrders(shop: ShopId): Promise<SampleOrder[]> {
  return listRecentOrders(shop, offeredToChoose);
}

/** Longer than any order's name. */
const longestName = 60;

/** The order that is called so, to draw previews for: one or none. */
export async function sampleOrdersNamed(shop: ShopId, name: string): Promise<SampleOrder[]> {
  const found = await findSampleOrder(shop, name.trim().slice(0, longestName));
  return found ? [found] : [];
}
