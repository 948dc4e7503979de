import { emptyOldReasons } from "../../data/decisions/retention.server";
import { readKeepReasonsDays } from "../../data/shops/preferences.server";
import { listInstalledShops } from "../../data/shops/shops.server";
import { forEachShop } from "../shops/each-shop.server";

/** Empties what decisions were made on where it is older than the shop keeps it, shop by shop. */
export async function emptyReasons(now: Date): Promise<void> {
  await forEachShop(await listInstalledShops(), async (shop) => {
    await emptyOldReasons(shop, new Date(now.getTime() - (await readKeepReasonsDays(shop)) * 86_400_000));
  });
}
