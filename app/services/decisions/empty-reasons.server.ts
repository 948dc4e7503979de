import { emptyOldReasons } from "../../data/decisions/retention.server";
import { listInstalledShops } from "../../data/shops/shops.server";

/** What a decision was made on is kept so long; stated on the activity page. */
export const keepReasonsDays = 90;

/** Empties the details of decisions that are older than they are kept, shop by shop. */
export async function emptyReasons(now: Date): Promise<void> {
  const before = new Date(now.getTime() - keepReasonsDays * 86_400_000);
  for (const shop of await listInstalledShops()) await emptyOldReasons(shop, before);
}
