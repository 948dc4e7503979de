import type { ShopId } from "../../domain/shops/shop-id";
import { log } from "../../log.server";

/**
 * Does the same for each shop, one after another; one that fails keeps no other from its turn. Throws at the end where any
 * did, so that the job is tried again.
 */
export async function forEachShop(shops: readonly ShopId[], work: (shop: ShopId) => Promise<void>): Promise<void> {
  const failed: ShopId[] = [];
  for (const shop of shops) {
    try {
      await work(shop);
    } catch (thrown) {
      failed.push(shop);
      log.warn({ shop, err: thrown }, "what is done for each shop failed for one");
    }
  }
  if (failed.length > 0) throw new Error(`${String(failed.length)} of ${String(shops.length)} shops failed, ${failed.slice(0, 3).join(", ")} first`);
}
