import { insertOptOut } from "../../data/courtesy/opt-outs.server";
import type { CustomerKey } from "../../domain/orders/customer-key";
import type { ShopId } from "../../domain/shops/shop-id";

/** "Don't show me offers": honoured from the next decision on, at every placement and for good. */
export async function optOut(shop: ShopId, customerKey: CustomerKey, now: Date): Promise<void> {
  await insertOptOut(shop, customerKey, now);
}
