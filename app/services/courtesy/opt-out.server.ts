import { endOptOut, insertOptOut, readOptOut as findOptOut } from "../../data/courtesy/opt-outs.server";
import { dropDues } from "../../data/reorders/dues.server";
import type { CustomerKey } from "../../domain/orders/customer-key";
import type { ShopId } from "../../domain/shops/shop-id";

/** "Don't show me offers": honoured from the next decision on, at every placement and for good; nothing is due from them any more. */
export async function optOut(shop: ShopId, customerKey: CustomerKey, now: Date): Promise<void> {
  await insertOptOut(shop, customerKey, now);
  await dropDues(shop, [customerKey]);
}

/** The shopper takes it back, in the same place; without an opt-out it changes nothing. */
export async function optIn(shop: ShopId, customerKey: CustomerKey, now: Date): Promise<void> {
  await endOptOut(shop, customerKey, now);
}

/** Since when this person has not wanted to see offers; null when they may be asked. */
export async function readOptOut(shop: ShopId, customerKey: CustomerKey): Promise<Date | null> {
  return findOptOut(shop, customerKey);
}

export async function isOptedOut(shop: ShopId, customerKey: CustomerKey): Promise<boolean> {
  return (await findOptOut(shop, customerKey)) !== null;
}
